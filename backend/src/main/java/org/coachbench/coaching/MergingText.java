package org.coachbench.coaching;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.automerge.AmValue;
import org.automerge.Document;
import org.automerge.ObjectId;
import org.coachbench.api.Problem;
import org.coachbench.api.ProblemException;

/**
 * A document with one text that merges what several people typed, whatever the order in which it arrives. Automerge does
 * the merging; nothing else in the service knows of it.
 */
public record MergingText(String text, String document) {
    /** Every note begins as this one, so that two people who begin without a network share its text. */
    public static final String EMPTY =
        "hW9Kg3I+LvgAXwEBAAGuLYO6Sbo9qCn/f65Uq345n2odemJZHUQx4Ro+L0gwGQYBAgMCEwIjAkACVgIHFQYhAiMCNAFCAlYCgAECfwB/AX8BfwB/" +
        "AH8HfwR0ZXh0fwB/AQF/BH8AfwAA";

    /** Each chunk: these four bytes, a checksum, a type, the length of the rest, the rest. */
    private static final int CHUNK = 0x856f4a83;
    private static final int SHORTEST_CHUNK = 10;

    /** As if somebody had typed it at once; nothing of how it came about. */
    public static MergingText of(String text) {
        var document = Document.load(Base64.getDecoder().decode(EMPTY));
        try {
            if (!(document.get(ObjectId.ROOT, "text").orElse(null) instanceof AmValue.Text place)) {
                throw new IllegalStateException("An empty note has a text.");
            }
            try (var typing = document.startTransaction()) {
                typing.spliceText(place.getId(), 0, 0, text);
                typing.commit();
            }
            return new MergingText(text, Base64.getEncoder().encodeToString(document.save()));
        } finally {
            document.free();
        }
    }

    /** With several changes merged into it, one after another. */
    public MergingText with(List<String> changes) {
        if (changes.isEmpty()) {
            return this;
        }
        var typed = new ByteArrayOutputStream();
        changes.forEach(one -> typed.writeBytes(decoded(one)));
        return merge(document, Base64.getEncoder().encodeToString(typed.toByteArray()));
    }

    /** The document with some changes merged into it, all of them in Base64. */
    public static MergingText merge(String document, String changes) {
        var typed = decoded(changes);
        var loaded = Document.load(Base64.getDecoder().decode(document));
        try {
            apply(loaded, typed);
            if (!(loaded.get(ObjectId.ROOT, "text").orElse(null) instanceof AmValue.Text text)) {
                throw notChanges();
            }
            return new MergingText(
                loaded.text(text.getId()).orElseThrow(),
                Base64.getEncoder().encodeToString(loaded.save())
            );
        } finally {
            loaded.free();
        }
    }

    private static void apply(Document document, byte[] changes) {
        try {
            document.applyEncodedChanges(changes);
        } catch (RuntimeException e) {
            // The library's own exception is not public. Nothing but the changes can be at fault here.
            throw notChanges();
        }
    }

    private static byte[] decoded(String changes) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(changes);
        } catch (IllegalArgumentException e) {
            throw notChanges();
        }
        requireWholeChunks(ByteBuffer.wrap(bytes));
        return bytes;
    }

    /** Automerge silently passes over what is broken; what somebody typed must not vanish that way. */
    private static void requireWholeChunks(ByteBuffer chunks) {
        if (!chunks.hasRemaining()) {
            throw notChanges();
        }
        while (chunks.hasRemaining()) {
            if (chunks.remaining() < SHORTEST_CHUNK || chunks.getInt() != CHUNK) {
                throw notChanges();
            }
            var checksum = chunks.getInt();
            var body = chunks.slice();
            body.get();
            var length = unsignedLeb128(body);
            if (length > body.remaining()) {
                throw notChanges();
            }
            body.limit(body.position() + (int) length).rewind();
            chunks.position(chunks.position() + body.limit());
            if (checksum != ByteBuffer.wrap(sha256(body)).getInt()) {
                throw notChanges();
            }
        }
    }

    private static long unsignedLeb128(ByteBuffer from) {
        long value = 0;
        for (int shift = 0; shift < Integer.SIZE && from.hasRemaining(); shift += 7) {
            var next = from.get();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw notChanges();
    }

    private static byte[] sha256(ByteBuffer of) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(of);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    private static ProblemException notChanges() {
        return Problem.invalid("These are no Automerge changes of this note in Base64.", "changes");
    }
}
