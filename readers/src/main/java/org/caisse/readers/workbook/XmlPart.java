package org.caisse.readers.workbook;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks through the elements of one part, forwards only. No document types, no entities but those
 * of XML itself, nothing from outside. Memory is bounded: markup by {@link MarkupGuard}, names
 * (which the parser collects) by their number and length, text by whoever asks for it.
 */
public final class XmlPart implements AutoCloseable {

  private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final byte[] UTF_16_MARK = {(byte) 0xFE, (byte) 0xFF};
  private static final byte[] UTF_16_SWAPPED_MARK = {(byte) 0xFF, (byte) 0xFE};

  private static final int MAX_NAMES = 5_000;
  private static final int MAX_NAME_CHARS = 200;
  private static final int MAX_ATTRIBUTES = 200;
  private static final int MAX_DEPTH = 200;

  private final String name;
  private final InputStream in;
  private final XMLStreamReader reader;
  private final Set<String> names = new HashSet<>();
  private int declared;
  private boolean ended;

  XmlPart(Container container, String name) throws IOException {
    this.name = name;
    this.in = new BufferedInputStream(container.open(name));
    try {
      this.reader = factory().createXMLStreamReader(new MarkupGuard(name, decoded(in)));
    } catch (XMLStreamException e) {
      in.close();
      throw refused(e);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  /** Name of the part, for messages. */
  public String name() {
    return name;
  }

  /**
   * Goes to the next element in the one that is being read. Whoever gets one reads it to its end,
   * by this method, by {@link #text} or by {@link #skip}.
   *
   * @return false when there is no further one and the end of the one being read was reached
   */
  public boolean nextElement() throws IOException {
    while (true) {
      switch (next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          return true;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          return false;
        }
        case XMLStreamConstants.END_DOCUMENT -> throw damaged();
        default -> {
          // text between elements says nothing
        }
      }
    }
  }

  /**
   * Goes to the next start of an element of this name, wherever it is.
   *
   * @return false when the part ends before
   */
  public boolean goTo(String element) throws IOException {
    int event;
    while ((event = next()) != XMLStreamConstants.END_DOCUMENT) {
      if (event == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals(element)) {
        return true;
      }
    }
    return false;
  }

  /** Local name of the element whose start was reached. */
  public String element() {
    return reader.getLocalName();
  }

  /** An attribute of the element whose start was reached, whatever its namespace, or null. */
  public String attribute(String attribute) {
    return reader.getAttributeValue(null, attribute);
  }

  /** Passes over the element whose start was reached, with all that is in it. */
  public void skip() throws IOException {
    int depth = 1;
    while (depth > 0) {
      switch (next()) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.END_DOCUMENT -> throw damaged();
        default -> {
          // passed over
        }
      }
    }
  }

  /**
   * Adds the text of the element whose start was reached, without that of elements in it.
   *
   * @param most characters that the builder may hold; what is beyond is left out, so that it is
   *     known by its length that there was more
   */
  public void text(StringBuilder into, int most) throws IOException {
    while (true) {
      switch (next()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          int wanted = Math.min(most - into.length(), reader.getTextLength());
          into.append(reader.getTextCharacters(), reader.getTextStart(), Math.max(0, wanted));
        }
        case XMLStreamConstants.START_ELEMENT -> skip();
        case XMLStreamConstants.END_ELEMENT -> {
          return;
        }
        case XMLStreamConstants.END_DOCUMENT -> throw damaged();
        default -> {
          // comments
        }
      }
    }
  }

  /** Reads on to the end, so that the part is known to be whole and as it was packed. */
  public void finish() throws IOException {
    while (!ended) {
      next();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      reader.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    } finally {
      in.close();
    }
  }

  /** What is wrong with this part at this place. */
  public WorkbookException damaged() {
    return WorkbookException.damaged(name + place());
  }

  private int next() throws IOException {
    try {
      int event = reader.next();
      switch (event) {
        case XMLStreamConstants.END_DOCUMENT -> ended = true;
        case XMLStreamConstants.START_ELEMENT -> collectNames();
        case XMLStreamConstants.PROCESSING_INSTRUCTION -> collect(reader.getPITarget());
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw damaged();
        default -> {
          // what the callers look at
        }
      }
      return event;
    } catch (XMLStreamException e) {
      throw refused(e);
    }
  }

  private void collectNames() {
    collect(reader.getLocalName());
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      collect(reader.getAttributeLocalName(i));
    }
    declared += reader.getNamespaceCount();
    if (declared > MAX_NAMES) {
      throw WorkbookException.tooLarge(name + ": xmlns", MAX_NAMES);
    }
  }

  private void collect(String found) {
    if (names.add(found) && names.size() > MAX_NAMES) {
      throw WorkbookException.tooLarge(name + ": <" + found + ">", MAX_NAMES);
    }
  }

  /** The sender's fault becomes a refusal, the disk's stays what it is. */
  private WorkbookException refused(XMLStreamException e) throws IOException {
    if (e.getNestedException() instanceof IOException cause
        && !(cause instanceof CharacterCodingException)) {
      throw cause;
    }
    return damaged();
  }

  private String place() {
    return reader == null ? "" : ", " + reader.getLocation().getCharacterOffset();
  }

  /** The text of a part: UTF-8, or UTF-16 when it begins with that mark (ECMA-376, part 2). */
  private static Reader decoded(InputStream in) throws IOException {
    in.mark(UTF_8_MARK.length);
    byte[] first = in.readNBytes(UTF_8_MARK.length);
    in.reset();
    boolean utf16 = startsWith(first, UTF_16_MARK) || startsWith(first, UTF_16_SWAPPED_MARK);
    if (startsWith(first, UTF_8_MARK)) {
      in.skipNBytes(UTF_8_MARK.length);
    }
    Charset charset = utf16 ? UTF_16 : UTF_8;
    return new InputStreamReader(
        in,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static boolean startsWith(byte[] bytes, byte[] mark) {
    return bytes.length >= mark.length
        && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    factory.setProperty("jdk.xml.dtd.support", "deny");
    factory.setProperty("jdk.xml.maxXMLNameLimit", MAX_NAME_CHARS);
    factory.setProperty("jdk.xml.elementAttributeLimit", MAX_ATTRIBUTES);
    factory.setProperty("jdk.xml.maxElementDepth", MAX_DEPTH);
    return factory;
  }
}
