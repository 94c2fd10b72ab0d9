package org.assay.datasets.format;

/** XMP packets that say where a picture comes from. */
public final class XmpPacket {
  /** The IPTC term for pictures that a model generated. */
  public static final String TRAINED_ALGORITHMIC_MEDIA = "trainedAlgorithmicMedia";

  /** The IPTC term for pictures with generated parts. */
  public static final String COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA =
      "compositeWithTrainedAlgorithmicMedia";

  /** The IPTC term for photographs. */
  public static final String DIGITAL_CAPTURE = "digitalCapture";

  private static final String VOCABULARY = "http://cv.iptc.org/newscodes/digitalsourcetype/";

  private XmpPacket() {}

  /**
   * A packet with the IPTC property Digital Source Type (IPTC Photo Metadata Standard 2023.2,
   * section 4.2).
   *
   * @param term of the IPTC vocabulary, such as {@link #TRAINED_ALGORITHMIC_MEDIA}; letters only
   */
  public static String digitalSourceType(String term) {
    if (!term.chars().allMatch(Character::isLetter)) {
      throw new IllegalArgumentException("IPTC terms consist of letters: '" + term + "'");
    }
    return """
        <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
         <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
          <rdf:Description rdf:about=""
            xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
            Iptc4xmpExt:DigitalSourceType="%s%s"/>
         </rdf:RDF>
        </x:xmpmeta>
        <?xpacket end="w"?>"""
        .formatted(VOCABULARY, term);
  }
}
