package org.assay.provenance.mark;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.assay.provenance.container.Part.XmpPacket;

/**
 * The properties of an XMP packet as plain statements, XMP part 1 section 7: attributes and
 * elements alike; the items of a list are statements of the list's property. Document type
 * declarations and external entities are off.
 */
final class XmpProperties {
  private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  private static final String XML = "http://www.w3.org/XML/1998/namespace";
  private static final int MAX_DEPTH = 64;
  private static final int MAX_PROPERTIES = 20_000;
  private static final int MAX_TEXT = 1 << 20;

  private final String place;
  private final List<Statement> statements = new ArrayList<>();
  private final Deque<String> names = new ArrayDeque<>();
  private final Deque<StringBuilder> texts = new ArrayDeque<>();

  private XmpProperties(String place) {
    this.place = place;
  }

  /**
   * Reads a packet.
   *
   * @param damage is told what is wrong; what stands before the fault is read all the same
   */
  static List<Statement> read(XmpPacket packet, List<String> damage) {
    XmpProperties properties = new XmpProperties(packet.place());
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(input(packet.bytes().toArray()));
      properties.readAll(xml);
    } catch (XMLStreamException | RuntimeException fault) { // the parser throws both on bad input
      String message = String.valueOf(fault.getMessage()).replaceAll("\\s+", " ");
      damage.add(packet.place() + ": not well-formed: " + message);
    }
    return properties.statements;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  /** Without the blanks and NULs that packets are padded with, which are no XML. */
  private static ByteArrayInputStream input(byte[] packet) {
    int end = packet.length;
    while (end > 0 && packet[end - 1] >= 0 && packet[end - 1] <= ' ') {
      end--;
    }
    int start = 0;
    while (start < end && packet[start] >= 0 && packet[start] <= ' ') {
      start++;
    }
    return new ByteArrayInputStream(packet, start, end - start);
  }

  private void readAll(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> start(xml);
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (!texts.isEmpty() && texts.peek().length() < MAX_TEXT) {
            texts.peek().append(xml.getText());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          state(names.pop(), texts.pop().toString());
        }
        default -> {}
      }
    }
  }

  private void start(XMLStreamReader xml) throws XMLStreamException {
    if (names.size() >= MAX_DEPTH) {
      throw new XMLStreamException("elements nested deeper than " + MAX_DEPTH);
    }
    String namespace = String.valueOf(xml.getNamespaceURI());
    boolean structural = namespace.equals(RDF) || namespace.equals("adobe:ns:meta/");
    String inherited = names.isEmpty() ? "" : names.peek();
    String name = structural ? inherited : namespace + xml.getLocalName();
    names.push(name);
    texts.push(new StringBuilder());
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String attributeNamespace = String.valueOf(xml.getAttributeNamespace(i));
      String local = xml.getAttributeLocalName(i);
      if (attributeNamespace.equals(RDF)) {
        if (local.equals("resource") || local.equals("value")) {
          state(name, xml.getAttributeValue(i));
        }
      } else if (!attributeNamespace.equals(XML) && !attributeNamespace.equals("null")) {
        state(attributeNamespace + local, xml.getAttributeValue(i));
      }
    }
  }

  private void state(String name, String text) throws XMLStreamException {
    String value = text.strip();
    if (name.isEmpty() || value.isEmpty()) {
      return;
    }
    if (statements.size() >= MAX_PROPERTIES) {
      throw new XMLStreamException("more than " + MAX_PROPERTIES + " properties");
    }
    statements.add(new Statement(Statement.Origin.XMP, name, value, place));
  }
}
