package org.coachbench.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One-time passwords are some eighty random bits: nobody finds one by trying, however fast a try is, so a plain digest
 * keeps it. A school's file of people would otherwise be hashed for minutes.
 */
final class OneTimeHash {

    private static final String PREFIX = "{one-time}";

    private OneTimeHash() {}

    static String of(String password) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
            return PREFIX + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static boolean isOne(String hash) {
        return hash.startsWith(PREFIX);
    }

    static boolean matches(String password, String hash) {
        return MessageDigest.isEqual(
            of(password).getBytes(StandardCharsets.UTF_8),
            hash.getBytes(StandardCharsets.UTF_8)
        );
    }
}
