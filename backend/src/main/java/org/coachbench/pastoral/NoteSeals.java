package org.coachbench.pastoral;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.bson.types.Binary;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.stereotype.Component;

/**
 * Seals notes with keys that only the configuration knows (AES-256-GCM): {@code coachbench.pastoral-keys}, each 64
 * hexadecimal digits. The first one seals; the others open what was sealed with them before.
 */
@Component
class NoteSeals {

    private static final Pattern KEY = Pattern.compile("[0-9a-fA-F]{64}");
    private static final int ID_BYTES = 4;

    private final Map<String, BytesEncryptor> byKey = new LinkedHashMap<>();

    /** @param key tells which key it was */
    record Sealed(String key, Binary bytes) {}

    NoteSeals(@Value("${coachbench.pastoral-keys:}") List<String> keys) {
        for (int i = 0; i < keys.size(); i++) {
            if (!KEY.matcher(keys.get(i)).matches()) {
                throw new IllegalArgumentException(
                    "Key %d of coachbench.pastoral-keys is not 64 hexadecimal digits. Make one with: openssl rand -hex 32".formatted(
                        i + 1
                    )
                );
            }
            var bytes = HexFormat.of().parseHex(keys.get(i));
            byKey.put(id(bytes), AesGcmBytesEncryptor.withSecretKey(new SecretKeySpec(bytes, "AES")).build());
        }
    }

    private static String id(byte[] key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    boolean canSeal() {
        return !byKey.isEmpty();
    }

    Sealed seal(byte[] open) {
        var first = byKey.entrySet().iterator().next();
        return new Sealed(first.getKey(), new Binary(first.getValue().encrypt(open)));
    }

    /** Empty when the service does not have the key any more. */
    Optional<byte[]> open(Sealed sealed) {
        return Optional.ofNullable(byKey.get(sealed.key())).map(key -> key.decrypt(sealed.bytes().getData()));
    }
}
