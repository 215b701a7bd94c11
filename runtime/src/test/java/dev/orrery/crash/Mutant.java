package dev.orrery.crash;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The product with one fault in it: a few of its compiled methods are changed, so that nothing in the product has to offer
 * a switch for it.
 *
 * @param name what is wrong
 */
record Mutant(String name, List<Change> changes) {
    /** What is changed in the method {@code method} of the class {@code type}. */
    record Change(String type, String method, Edit edit) {}

    /** How a method is changed. */
    sealed interface Edit {
        /** It does nothing, and returns nothing: void, or an empty {@link Optional}. */
        record DoNothing() implements Edit {}

        /** A text in it is another one. */
        record Text(String from, String to) implements Edit {}

        /** It leaves out each call of {@code method}; where that gives something, it goes on with {@code instead}. */
        record LeaveOut(String method, int instead) implements Edit {}

        /** The first comparison in it finds its two sides equal, whatever they are. */
        record TakeForEqual() implements Edit {}
    }

    static Mutant of(String name, Change... changes) {
        return new Mutant(name, List.of(changes));
    }

    static Change change(String type, String method, Edit edit) {
        return new Change("dev.orrery." + type, method, edit);
    }

    /**
     * Writes the changed classes below {@code folder}.
     *
     * @throws IllegalStateException when there was nothing to change: the product is not what this mutant was made for
     */
    Path write(Path folder) throws IOException {
        for (Change change : changes) {
            Path file = folder.resolve(change.type().replace('.', '/') + ".class");
            Files.createDirectories(file.getParent());
            byte[] before = Files.exists(file) ? Files.readAllBytes(file) : product(change.type());
            var changed = new AtomicInteger();
            byte[] after = changed(before, change, changed);
            if (changed.get() == 0) throw new IllegalStateException(name + ": nothing to change in " + change);
            Files.write(file, after);
        }
        return folder;
    }

    private static byte[] product(String type) throws IOException {
        try (InputStream in = Mutant.class.getResourceAsStream("/" + type.replace('.', '/') + ".class")) {
            if (in == null) throw new IllegalStateException("there is no class " + type);
            return in.readAllBytes();
        }
    }

    private static byte[] changed(byte[] before, Change change, AtomicInteger count) {
        ClassFile file = ClassFile.of();
        return file.transformClass(
                file.parse(before),
                ClassTransform.transformingMethods(
                        method -> method.methodName().equalsString(change.method())
                                && method.code().isPresent(),
                        (method, element) -> {
                            if (!(element instanceof CodeModel code)) method.with(element);
                            else if (change.edit() instanceof Edit.DoNothing) {
                                count.incrementAndGet();
                                method.withCode(body -> nothing(
                                        body,
                                        code.parent()
                                                .orElseThrow()
                                                .methodTypeSymbol()
                                                .returnType()));
                            } else method.transformCode(code, edited(change.edit(), count));
                        }));
    }

    private static void nothing(CodeBuilder body, ClassDesc returned) {
        if (TypeKind.from(returned) == TypeKind.VOID) body.return_();
        else {
            ClassDesc optional = ClassDesc.of("java.util.Optional");
            body.invokestatic(optional, "empty", MethodTypeDesc.of(optional)).areturn();
        }
    }

    private static CodeTransform edited(Edit edit, AtomicInteger count) {
        return (body, element) -> {
            boolean done = switch (edit) {
                case Edit.DoNothing _ -> false;
                case Edit.Text(String from, String to) -> text(body, element, from, to);
                case Edit.LeaveOut(String method, int instead) -> leaveOut(body, element, method, instead);
                case Edit.TakeForEqual _ -> count.get() == 0 && takeForEqual(body, element);
            };
            if (done) count.incrementAndGet();
            else body.with(element);
        };
    }

    private static boolean text(CodeBuilder body, CodeElement element, String from, String to) {
        if (!(element instanceof ConstantInstruction.LoadConstantInstruction load)
                || !from.equals(load.constantValue())) return false;
        body.loadConstant(to);
        return true;
    }

    private static boolean leaveOut(CodeBuilder body, CodeElement element, String method, int instead) {
        if (!(element instanceof InvokeInstruction call) || !call.name().equalsString(method)) return false;
        MethodTypeDesc type = call.typeSymbol();
        for (int i = type.parameterCount() - 1; i >= 0; i--) pop(body, TypeKind.from(type.parameterType(i)));
        if (call.opcode() != Opcode.INVOKESTATIC) body.pop();
        switch (TypeKind.from(type.returnType())) {
            case VOID -> {}
            case LONG -> body.loadConstant((long) instead);
            case INT, BOOLEAN -> body.loadConstant(instead);
            default -> body.aconst_null();
        }
        return true;
    }

    private static void pop(CodeBuilder body, TypeKind kind) {
        if (kind.slotSize() == 2) body.pop2();
        else body.pop();
    }

    private static boolean takeForEqual(CodeBuilder body, CodeElement element) {
        if (element instanceof OperatorInstruction compare && compare.opcode() == Opcode.LCMP) {
            body.pop2().pop2().iconst_0();
            return true;
        }
        if (element instanceof BranchInstruction branch && branch.opcode() == Opcode.IF_ICMPEQ) {
            Label target = branch.target();
            body.pop2().goto_(target);
            return true;
        }
        return false;
    }
}
