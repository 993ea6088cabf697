package org.caisse.jobs.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The key with which a workspace signs its manifests (Ed25519). Made at first use, readable by its
 * owner only.
 */
public final class Ed25519Key {

  private final PrivateKey secret;
  private final PublicKey open;

  private Ed25519Key(PrivateKey secret, PublicKey open) {
    this.secret = secret;
    this.open = open;
  }

  /** The key of a folder, made when there is none. */
  public static Ed25519Key of(Path folder) {
    Path secretFile = folder.resolve("manifest.key");
    Path openFile = folder.resolve("manifest.pub");
    try {
      if (!Files.exists(secretFile)) {
        create(folder, secretFile);
      }
      String[] halves = Files.readString(secretFile).trim().split("\n", -1);
      KeyFactory factory = KeyFactory.getInstance("Ed25519");
      byte[] secret = Base64.getDecoder().decode(halves[0]);
      byte[] open = Base64.getDecoder().decode(halves[1]);
      if (!Files.exists(openFile)) {
        Files.writeString(openFile, halves[1] + "\n");
      }
      return new Ed25519Key(
          factory.generatePrivate(new PKCS8EncodedKeySpec(secret)),
          factory.generatePublic(new X509EncodedKeySpec(open)));
    } catch (IOException e) {
      throw new UncheckedIOException("the key of manifests in " + folder + " cannot be read", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "the key of manifests in " + folder + " is no Ed25519 key", e);
    }
  }

  /** First 16 hexadecimal digits of the hash of the public key: what people compare. */
  public String fingerprint() {
    return HexFormat.of().formatHex(ContentStore.newDigest().digest(open.getEncoded()), 0, 8);
  }

  /** The signature of a text, in Base64. */
  public String sign(String text) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(secret);
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign", e);
    }
  }

  /** Whether a signature of a text was made with this key. */
  public boolean verifies(String text, String signature) {
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(open);
      check.update(text.getBytes(StandardCharsets.UTF_8));
      return check.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * Both halves in one file that appears whole; of two processes that make it at once, the first
   * one's stays.
   */
  private static void create(Path folder, Path secretFile)
      throws IOException, GeneralSecurityException {
    Files.createDirectories(folder);
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Base64.Encoder base64 = Base64.getEncoder();
    Path made =
        Files.createTempFile(
            folder,
            ".manifest",
            ".key",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(
          made,
          base64.encodeToString(pair.getPrivate().getEncoded())
              + "\n"
              + base64.encodeToString(pair.getPublic().getEncoded())
              + "\n");
      Files.createLink(secretFile, made);
    } catch (FileAlreadyExistsException e) {
      // Somebody else was first: that key is the workspace's.
      return;
    } finally {
      Files.delete(made);
    }
  }
}
