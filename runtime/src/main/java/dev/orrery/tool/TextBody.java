package dev.orrery.tool;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Receives a body up to a bound, and hangs up once there is more: a server may send without end. */
final class TextBody implements BodySubscriber<TextBody.Received> {
    private final int bytesMax;
    private final Charset charset;
    private final List<ByteBuffer> parts = new ArrayList<>();
    private final CompletableFuture<Received> done = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;
    private int size;

    /** Makes a receiver of at most {@code bytesMax} bytes; what is malformed in {@code charset} is replaced. */
    TextBody(int bytesMax, Charset charset) {
        this.bytesMax = bytesMax;
        this.charset = charset;
    }

    /**
     * What came.
     *
     * @param whole whether that is all that there was
     */
    record Received(String text, boolean whole) {}

    @Override
    public CompletionStage<Received> getBody() {
        return done;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (done.isDone()) return;
        for (ByteBuffer buffer : buffers) {
            size += buffer.remaining();
            parts.add(buffer);
            if (size > bytesMax) {
                if (subscription != null) subscription.cancel();
                done.complete(new Received("", false));
                return;
            }
        }
    }

    @Override
    public void onError(Throwable thrown) {
        done.completeExceptionally(thrown);
    }

    @Override
    public void onComplete() {
        var all = ByteBuffer.allocate(size);
        parts.forEach(all::put);
        done.complete(new Received(new String(all.array(), charset), true));
    }
}
