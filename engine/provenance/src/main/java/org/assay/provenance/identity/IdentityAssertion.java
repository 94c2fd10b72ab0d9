package org.assay.provenance.identity;

import org.assay.media.MediaException;
import org.assay.provenance.bytes.Slice;
import org.assay.provenance.cbor.Cbor;

/**
 * A {@code cawg.identity} assertion.
 *
 * @param padded whether all padding is zero, as it must be
 */
record IdentityAssertion(SignerPayload payload, Slice signature, boolean padded) {

  static IdentityAssertion read(Slice cbor) throws MediaException {
    if (!(Cbor.decodePrefix(cbor) instanceof Cbor.Map map)
        || !(map.get("signer_payload").orElse(null) instanceof Cbor.Map payload)
        || !(map.get("signature").orElse(null) instanceof Cbor.Bytes signature)
        || !(map.get("pad1").orElse(null) instanceof Cbor.Bytes pad1)) {
      throw new MediaException("identity: expected signer_payload, signature and pad1");
    }
    boolean padded = zero(pad1.value());
    if (map.get("pad2").isPresent()) {
      if (!(map.get("pad2").get() instanceof Cbor.Bytes pad2)) {
        throw new MediaException("identity: expected pad2 as a byte string");
      }
      padded &= zero(pad2.value());
    }
    return new IdentityAssertion(SignerPayload.read(payload), signature.value(), padded);
  }

  private static boolean zero(Slice pad) throws MediaException {
    for (int i = 0; i < pad.length(); i++) {
      if (pad.u8(i) != 0) {
        return false;
      }
    }
    return true;
  }
}
