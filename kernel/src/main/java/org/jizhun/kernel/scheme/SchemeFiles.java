package org.jizhun.kernel.scheme;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of one scheme: its {@code scheme.yaml} and the criteria beside it, by path. */
record SchemeFiles(String folder, SortedMap<String, String> criteria, String schemeText) {

    static SchemeFiles of(String folder, Map<String, String> all) {
        SortedMap<String, String> criteria = new TreeMap<>();
        String under = folder + "criteria/";
        all.forEach((path, text) -> {
            if (path.startsWith(under) && path.endsWith(".yaml")) {
                criteria.put(path, text);
            }
        });
        return new SchemeFiles(folder, criteria, all.getOrDefault(folder + "scheme.yaml", ""));
    }

    String schemePath() {
        return folder + "scheme.yaml";
    }

    /** The id that a criterion's file name stands for. */
    String idOf(String path) {
        return path.substring((folder + "criteria/").length(), path.length() - ".yaml".length());
    }

    /** SHA-256 over names and texts, without the line that states the hash, and whatever the line ends. */
    String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes("scheme.yaml", schemeText.replaceAll("(?m)^frozen:.*\\R?", "")));
            criteria.forEach((path, text) -> digest.update(bytes(idOf(path), text)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String name, String text) {
        return (name + "\u0000" + text.replace("\r\n", "\n") + "\u0000").getBytes(StandardCharsets.UTF_8);
    }
}
