package org.caisse.jobs.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.caisse.config.workspace.Workspace;

/**
 * The public half of the key that signs manifests. Whoever verifies a copy of a workspace has no
 * secret half, and none must be made.
 */
final class ManifestKey {

  private final PublicKey key;

  private ManifestKey(PublicKey key) {
    this.key = key;
  }

  static Path file(Workspace workspace) {
    return workspace.keys().resolve("manifest.pub");
  }

  /** The key of a workspace, or empty when it has none, or none that can be read as one. */
  static Optional<ManifestKey> of(Workspace workspace) {
    Path file = file(workspace);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      byte[] encoded = Base64.getDecoder().decode(Files.readString(file).trim());
      return Optional.of(
          new ManifestKey(
              KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded))));
    } catch (IOException e) {
      throw new UncheckedIOException("key " + file + " cannot be read", e);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** First 16 hexadecimal digits of the hash of the public key, as it stands in envelopes. */
  String fingerprint() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  boolean verifies(String text, String signature) {
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(key);
      check.update(text.getBytes(StandardCharsets.UTF_8));
      return check.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }
}
