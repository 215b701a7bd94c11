package dev.orrery.cli.terminal;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * Asks the operating system for a screen's size with {@code ioctl(TIOCGWINSZ)}: it answers in microseconds, so it can be
 * asked before each frame and a screen that was resized is drawn right. Loaded only when there is a screen.
 */
final class ScreenSize {
    /** The request's number, from {@code <sys/ioctl.h>} of Linux and of macOS. */
    private static final long REQUEST = System.getProperty("os.name", "").startsWith("Mac") ? 0x40087468L : 0x5413L;

    /** {@code struct winsize}: rows, columns, and two sizes in pixels, 16 bits each. */
    private static final long BYTES = 8;

    private static final Optional<MethodHandle> IOCTL = link();

    private ScreenSize() {}

    @SuppressWarnings("restricted") // A function of the C library, called with the types that its manual gives.
    private static Optional<MethodHandle> link() {
        try {
            Linker linker = Linker.nativeLinker();
            SymbolLookup lookup = linker.defaultLookup();
            FunctionDescriptor shape = FunctionDescriptor.of(
                    ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS);
            return lookup.find("ioctl")
                    .map(ioctl -> linker.downcallHandle(ioctl, shape, Linker.Option.firstVariadicArg(2)));
        } catch (UnsupportedOperationException | IllegalCallerException unsupported) {
            return Optional.empty();
        }
    }

    /** Returns the size of the screen behind stream {@code descriptor}; {@link Terminal#UNKNOWN} when it does not say. */
    static Terminal.Size ask(int descriptor) {
        if (IOCTL.isEmpty()) return Terminal.UNKNOWN;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment size = arena.allocate(BYTES, 2);
            int status = (int) IOCTL.get().invokeExact(descriptor, REQUEST, size);
            int rows = Short.toUnsignedInt(size.get(ValueLayout.JAVA_SHORT, 0));
            int columns = Short.toUnsignedInt(size.get(ValueLayout.JAVA_SHORT, 2));
            return status == 0 && rows > 0 && columns > 0 ? new Terminal.Size(columns, rows) : Terminal.UNKNOWN;
        } catch (Throwable unanswered) {
            // A call through a method handle may throw anything; a size is never worth a failure.
            return Terminal.UNKNOWN;
        }
    }
}
