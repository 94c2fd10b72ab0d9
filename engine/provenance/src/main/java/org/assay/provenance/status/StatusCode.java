package org.assay.provenance.status;

/**
 * What a check found, by the code of the specification: C2PA 2.2 section 15.2, the codes that the
 * reference validator uses besides, and those of CAWG identity assertions.
 */
public enum StatusCode {
  /** {@code assertion.accessible}. */
  ASSERTION_ACCESSIBLE("assertion.accessible", Kind.SUCCESS),
  /** {@code assertion.bmffHash.match}. */
  ASSERTION_BMFF_HASH_MATCH("assertion.bmffHash.match", Kind.SUCCESS),
  /** {@code assertion.boxesHash.match}. */
  ASSERTION_BOXES_HASH_MATCH("assertion.boxesHash.match", Kind.SUCCESS),
  /** {@code assertion.collectionHash.match}. */
  ASSERTION_COLLECTION_HASH_MATCH("assertion.collectionHash.match", Kind.SUCCESS),
  /** {@code assertion.dataHash.match}. */
  ASSERTION_DATA_HASH_MATCH("assertion.dataHash.match", Kind.SUCCESS),
  /** {@code assertion.hashedURI.match}. */
  ASSERTION_HASHED_URI_MATCH("assertion.hashedURI.match", Kind.SUCCESS),
  /** {@code assertion.multiAssetHash.match}. */
  ASSERTION_MULTI_ASSET_HASH_MATCH("assertion.multiAssetHash.match", Kind.SUCCESS),
  /** {@code claimSignature.insideValidity}. */
  CLAIM_SIGNATURE_INSIDE_VALIDITY("claimSignature.insideValidity", Kind.SUCCESS),
  /** {@code claimSignature.validated}. */
  CLAIM_SIGNATURE_VALIDATED("claimSignature.validated", Kind.SUCCESS),
  /** {@code ingredient.claimSignature.validated}. */
  INGREDIENT_CLAIM_SIGNATURE_VALIDATED("ingredient.claimSignature.validated", Kind.SUCCESS),
  /** {@code ingredient.manifest.validated}. */
  INGREDIENT_MANIFEST_VALIDATED("ingredient.manifest.validated", Kind.SUCCESS),
  /** {@code signingCredential.ocsp.notRevoked}. */
  SIGNING_CREDENTIAL_OCSP_NOT_REVOKED("signingCredential.ocsp.notRevoked", Kind.SUCCESS),
  /** {@code signingCredential.trusted}. */
  SIGNING_CREDENTIAL_TRUSTED("signingCredential.trusted", Kind.SUCCESS),
  /** {@code timeStamp.trusted}. */
  TIME_STAMP_TRUSTED("timeStamp.trusted", Kind.SUCCESS),
  /** {@code timeStamp.validated}. */
  TIME_STAMP_VALIDATED("timeStamp.validated", Kind.SUCCESS),
  /** {@code cawg.identity.well-formed}. */
  CAWG_IDENTITY_WELL_FORMED("cawg.identity.well-formed", Kind.SUCCESS),
  /** {@code cawg.x509.credential.trusted}. */
  CAWG_X509_CREDENTIAL_TRUSTED("cawg.x509.credential.trusted", Kind.SUCCESS),
  /** {@code cawg.x509.signature.validated}. */
  CAWG_X509_SIGNATURE_VALIDATED("cawg.x509.signature.validated", Kind.SUCCESS),
  /** {@code cawg.ica.credential_valid}. */
  CAWG_ICA_CREDENTIAL_VALID("cawg.ica.credential_valid", Kind.SUCCESS),
  /** {@code cawg.ica.time_stamp.validated}. */
  CAWG_ICA_TIME_STAMP_VALIDATED("cawg.ica.time_stamp.validated", Kind.SUCCESS),
  /** {@code algorithm.deprecated}. */
  ALGORITHM_DEPRECATED("algorithm.deprecated", Kind.INFORMATIONAL),
  /** {@code assertion.bmffHash.additionalExclusionsPresent}. */
  ASSERTION_BMFF_HASH_ADDITIONAL_EXCLUSIONS_PRESENT(
      "assertion.bmffHash.additionalExclusionsPresent", Kind.INFORMATIONAL),
  /** {@code assertion.boxesHash.additionalExclusionsPresent}. */
  ASSERTION_BOXES_HASH_ADDITIONAL_EXCLUSIONS_PRESENT(
      "assertion.boxesHash.additionalExclusionsPresent", Kind.INFORMATIONAL),
  /** {@code assertion.dataHash.additionalExclusionsPresent}. */
  ASSERTION_DATA_HASH_ADDITIONAL_EXCLUSIONS_PRESENT(
      "assertion.dataHash.additionalExclusionsPresent", Kind.INFORMATIONAL),
  /** {@code ingredient.unknownProvenance}. */
  INGREDIENT_UNKNOWN_PROVENANCE("ingredient.unknownProvenance", Kind.INFORMATIONAL),
  /** {@code manifest.unknownProvenance}. */
  MANIFEST_UNKNOWN_PROVENANCE("manifest.unknownProvenance", Kind.INFORMATIONAL),
  /** {@code manifest.unreferenced}. */
  MANIFEST_UNREFERENCED("manifest.unreferenced", Kind.INFORMATIONAL),
  /** {@code signingCredential.ocsp.inaccessible}. */
  SIGNING_CREDENTIAL_OCSP_INACCESSIBLE("signingCredential.ocsp.inaccessible", Kind.INFORMATIONAL),
  /** {@code signingCredential.ocsp.skipped}. */
  SIGNING_CREDENTIAL_OCSP_SKIPPED("signingCredential.ocsp.skipped", Kind.INFORMATIONAL),
  /** {@code signingCredential.ocsp.unknown}. */
  SIGNING_CREDENTIAL_OCSP_UNKNOWN("signingCredential.ocsp.unknown", Kind.INFORMATIONAL),
  /** {@code timeOfSigning.insideValidity}. */
  TIME_OF_SIGNING_INSIDE_VALIDITY("timeOfSigning.insideValidity", Kind.INFORMATIONAL),
  /** {@code timeOfSigning.outsideValidity}. */
  TIME_OF_SIGNING_OUTSIDE_VALIDITY("timeOfSigning.outsideValidity", Kind.INFORMATIONAL),
  /** {@code timeStamp.malformed}. */
  TIME_STAMP_MALFORMED("timeStamp.malformed", Kind.INFORMATIONAL),
  /** {@code timeStamp.mismatch}. */
  TIME_STAMP_MISMATCH("timeStamp.mismatch", Kind.INFORMATIONAL),
  /** {@code timeStamp.outsideValidity}. */
  TIME_STAMP_OUTSIDE_VALIDITY("timeStamp.outsideValidity", Kind.INFORMATIONAL),
  /** {@code timeStamp.untrusted}. */
  TIME_STAMP_UNTRUSTED("timeStamp.untrusted", Kind.INFORMATIONAL),
  /** {@code cawg.ica.untrusted_issuer}; concerns the identity alone. */
  CAWG_ICA_UNTRUSTED_ISSUER("cawg.ica.untrusted_issuer", Kind.INFORMATIONAL),
  /** {@code algorithm.unsupported}. */
  ALGORITHM_UNSUPPORTED("algorithm.unsupported", Kind.FAILURE),
  /** {@code assertion.action.ingredientMismatch}. */
  ASSERTION_ACTION_INGREDIENT_MISMATCH("assertion.action.ingredientMismatch", Kind.FAILURE),
  /** {@code assertion.action.malformed}. */
  ASSERTION_ACTION_MALFORMED("assertion.action.malformed", Kind.FAILURE),
  /** {@code assertion.action.redacted}. */
  ASSERTION_ACTION_REDACTED("assertion.action.redacted", Kind.FAILURE),
  /** {@code assertion.action.redactionMismatch}. */
  ASSERTION_ACTION_REDACTION_MISMATCH("assertion.action.redactionMismatch", Kind.FAILURE),
  /** {@code assertion.action.softBindingMissing}. */
  ASSERTION_ACTION_SOFT_BINDING_MISSING("assertion.action.softBindingMissing", Kind.FAILURE),
  /** {@code assertion.bmffHash.malformed}. */
  ASSERTION_BMFF_HASH_MALFORMED("assertion.bmffHash.malformed", Kind.FAILURE),
  /** {@code assertion.bmffHash.mismatch}. */
  ASSERTION_BMFF_HASH_MISMATCH("assertion.bmffHash.mismatch", Kind.FAILURE),
  /** {@code assertion.boxesHash.malformed}. */
  ASSERTION_BOXES_HASH_MALFORMED("assertion.boxesHash.malformed", Kind.FAILURE),
  /** {@code assertion.boxesHash.mismatch}. */
  ASSERTION_BOXES_HASH_MISMATCH("assertion.boxesHash.mismatch", Kind.FAILURE),
  /** {@code assertion.boxesHash.unknownBox}. */
  ASSERTION_BOXES_HASH_UNKNOWN_BOX("assertion.boxesHash.unknownBox", Kind.FAILURE),
  /** {@code assertion.cbor.invalid}. */
  ASSERTION_CBOR_INVALID("assertion.cbor.invalid", Kind.FAILURE),
  /** {@code assertion.cloud-data.actions}. */
  ASSERTION_CLOUD_DATA_ACTIONS("assertion.cloud-data.actions", Kind.FAILURE),
  /** {@code assertion.cloud-data.hardBinding}. */
  ASSERTION_CLOUD_DATA_HARD_BINDING("assertion.cloud-data.hardBinding", Kind.FAILURE),
  /** {@code assertion.cloud-data.malformed}. */
  ASSERTION_CLOUD_DATA_MALFORMED("assertion.cloud-data.malformed", Kind.FAILURE),
  /** {@code assertion.collectionHash.incorrectFileCount}. */
  ASSERTION_COLLECTION_HASH_INCORRECT_FILE_COUNT(
      "assertion.collectionHash.incorrectFileCount", Kind.FAILURE),
  /** {@code assertion.collectionHash.invalidURI}. */
  ASSERTION_COLLECTION_HASH_INVALID_URI("assertion.collectionHash.invalidURI", Kind.FAILURE),
  /** {@code assertion.collectionHash.malformed}. */
  ASSERTION_COLLECTION_HASH_MALFORMED("assertion.collectionHash.malformed", Kind.FAILURE),
  /** {@code assertion.collectionHash.mismatch}. */
  ASSERTION_COLLECTION_HASH_MISMATCH("assertion.collectionHash.mismatch", Kind.FAILURE),
  /** {@code assertion.dataHash.malformed}. */
  ASSERTION_DATA_HASH_MALFORMED("assertion.dataHash.malformed", Kind.FAILURE),
  /** {@code assertion.dataHash.mismatch}. */
  ASSERTION_DATA_HASH_MISMATCH("assertion.dataHash.mismatch", Kind.FAILURE),
  /** {@code assertion.dataHash.redacted}. */
  ASSERTION_DATA_HASH_REDACTED("assertion.dataHash.redacted", Kind.FAILURE),
  /** {@code assertion.hashedURI.mismatch}. */
  ASSERTION_HASHED_URI_MISMATCH("assertion.hashedURI.mismatch", Kind.FAILURE),
  /** {@code assertion.inaccessible}. */
  ASSERTION_INACCESSIBLE("assertion.inaccessible", Kind.FAILURE),
  /** {@code assertion.ingredient.malformed}. */
  ASSERTION_INGREDIENT_MALFORMED("assertion.ingredient.malformed", Kind.FAILURE),
  /** {@code assertion.json.invalid}. */
  ASSERTION_JSON_INVALID("assertion.json.invalid", Kind.FAILURE),
  /** {@code assertion.metadata.disallowed}. */
  ASSERTION_METADATA_DISALLOWED("assertion.metadata.disallowed", Kind.FAILURE),
  /** {@code assertion.missing}. */
  ASSERTION_MISSING("assertion.missing", Kind.FAILURE),
  /** {@code assertion.multiAssetHash.malformed}. */
  ASSERTION_MULTI_ASSET_HASH_MALFORMED("assertion.multiAssetHash.malformed", Kind.FAILURE),
  /** {@code assertion.multiAssetHash.missingPart}. */
  ASSERTION_MULTI_ASSET_HASH_MISSING_PART("assertion.multiAssetHash.missingPart", Kind.FAILURE),
  /** {@code assertion.multiAssetHash.mismatch}. */
  ASSERTION_MULTI_ASSET_HASH_MISMATCH("assertion.multiAssetHash.mismatch", Kind.FAILURE),
  /** {@code assertion.multipleHardBindings}. */
  ASSERTION_MULTIPLE_HARD_BINDINGS("assertion.multipleHardBindings", Kind.FAILURE),
  /** {@code assertion.notRedacted}. */
  ASSERTION_NOT_REDACTED("assertion.notRedacted", Kind.FAILURE),
  /** {@code assertion.outsideManifest}. */
  ASSERTION_OUTSIDE_MANIFEST("assertion.outsideManifest", Kind.FAILURE),
  /** {@code assertion.required.missing}. */
  ASSERTION_REQUIRED_MISSING("assertion.required.missing", Kind.FAILURE),
  /** {@code assertion.selfRedacted}. */
  ASSERTION_SELF_REDACTED("assertion.selfRedacted", Kind.FAILURE),
  /** {@code assertion.timestamp.malformed}. */
  ASSERTION_TIMESTAMP_MALFORMED("assertion.timestamp.malformed", Kind.FAILURE),
  /** {@code assertion.undeclared}. */
  ASSERTION_UNDECLARED("assertion.undeclared", Kind.FAILURE),
  /** {@code claim.cbor.invalid}. */
  CLAIM_CBOR_INVALID("claim.cbor.invalid", Kind.FAILURE),
  /** {@code claim.hardBindings.missing}. */
  CLAIM_HARD_BINDINGS_MISSING("claim.hardBindings.missing", Kind.FAILURE),
  /** {@code claim.malformed}. */
  CLAIM_MALFORMED("claim.malformed", Kind.FAILURE),
  /** {@code claim.missing}. */
  CLAIM_MISSING("claim.missing", Kind.FAILURE),
  /** {@code claim.multiple}. */
  CLAIM_MULTIPLE("claim.multiple", Kind.FAILURE),
  /** {@code claim.required.missing}. */
  CLAIM_REQUIRED_MISSING("claim.required.missing", Kind.FAILURE),
  /** {@code claimSignature.mismatch}. */
  CLAIM_SIGNATURE_MISMATCH("claimSignature.mismatch", Kind.FAILURE),
  /** {@code claimSignature.missing}. */
  CLAIM_SIGNATURE_MISSING("claimSignature.missing", Kind.FAILURE),
  /** {@code claimSignature.outsideValidity}. */
  CLAIM_SIGNATURE_OUTSIDE_VALIDITY("claimSignature.outsideValidity", Kind.FAILURE),
  /** {@code general.error}. */
  GENERAL_ERROR("general.error", Kind.FAILURE),
  /** {@code hashedURI.mismatch}. */
  HASHED_URI_MISMATCH("hashedURI.mismatch", Kind.FAILURE),
  /** {@code hashedURI.missing}. */
  HASHED_URI_MISSING("hashedURI.missing", Kind.FAILURE),
  /** {@code ingredient.claimSignature.mismatch}. */
  INGREDIENT_CLAIM_SIGNATURE_MISMATCH("ingredient.claimSignature.mismatch", Kind.FAILURE),
  /** {@code ingredient.claimSignature.missing}. */
  INGREDIENT_CLAIM_SIGNATURE_MISSING("ingredient.claimSignature.missing", Kind.FAILURE),
  /** {@code ingredient.hashedURI.mismatch}. */
  INGREDIENT_HASHED_URI_MISMATCH("ingredient.hashedURI.mismatch", Kind.FAILURE),
  /** {@code ingredient.manifest.mismatch}. */
  INGREDIENT_MANIFEST_MISMATCH("ingredient.manifest.mismatch", Kind.FAILURE),
  /** {@code ingredient.manifest.missing}. */
  INGREDIENT_MANIFEST_MISSING("ingredient.manifest.missing", Kind.FAILURE),
  /** {@code manifest.compressed.invalid}. */
  MANIFEST_COMPRESSED_INVALID("manifest.compressed.invalid", Kind.FAILURE),
  /** {@code manifest.inaccessible}. */
  MANIFEST_INACCESSIBLE("manifest.inaccessible", Kind.FAILURE),
  /** {@code manifest.multipleParents}. */
  MANIFEST_MULTIPLE_PARENTS("manifest.multipleParents", Kind.FAILURE),
  /** {@code manifest.timestamp.invalid}. */
  MANIFEST_TIMESTAMP_INVALID("manifest.timestamp.invalid", Kind.FAILURE),
  /** {@code manifest.timestamp.wrongParents}. */
  MANIFEST_TIMESTAMP_WRONG_PARENTS("manifest.timestamp.wrongParents", Kind.FAILURE),
  /** {@code manifest.update.invalid}. */
  MANIFEST_UPDATE_INVALID("manifest.update.invalid", Kind.FAILURE),
  /** {@code manifest.update.wrongParents}. */
  MANIFEST_UPDATE_WRONG_PARENTS("manifest.update.wrongParents", Kind.FAILURE),
  /** {@code signingCredential.expired}. */
  SIGNING_CREDENTIAL_EXPIRED("signingCredential.expired", Kind.FAILURE),
  /** {@code signingCredential.invalid}. */
  SIGNING_CREDENTIAL_INVALID("signingCredential.invalid", Kind.FAILURE),
  /** {@code signingCredential.ocsp.revoked}. */
  SIGNING_CREDENTIAL_OCSP_REVOKED("signingCredential.ocsp.revoked", Kind.FAILURE),
  /** {@code signingCredential.untrusted}. */
  SIGNING_CREDENTIAL_UNTRUSTED("signingCredential.untrusted", Kind.FAILURE),
  /** {@code cawg.identity.assertion.duplicate}. */
  CAWG_IDENTITY_ASSERTION_DUPLICATE("cawg.identity.assertion.duplicate", Kind.FAILURE),
  /** {@code cawg.identity.assertion.mismatch}. */
  CAWG_IDENTITY_ASSERTION_MISMATCH("cawg.identity.assertion.mismatch", Kind.FAILURE),
  /** {@code cawg.identity.cbor.invalid}. */
  CAWG_IDENTITY_CBOR_INVALID("cawg.identity.cbor.invalid", Kind.FAILURE),
  /** {@code cawg.identity.hard_binding_missing}. */
  CAWG_IDENTITY_HARD_BINDING_MISSING("cawg.identity.hard_binding_missing", Kind.FAILURE),
  /** {@code cawg.identity.pad.invalid}. */
  CAWG_IDENTITY_PAD_INVALID("cawg.identity.pad.invalid", Kind.FAILURE),
  /** {@code cawg.identity.sig_type.unknown}. */
  CAWG_IDENTITY_SIG_TYPE_UNKNOWN("cawg.identity.sig_type.unknown", Kind.FAILURE),
  /** {@code cawg.x509.algorithm.unsupported}. */
  CAWG_X509_ALGORITHM_UNSUPPORTED("cawg.x509.algorithm.unsupported", Kind.FAILURE),
  /** {@code cawg.x509.credential.invalid}. */
  CAWG_X509_CREDENTIAL_INVALID("cawg.x509.credential.invalid", Kind.FAILURE),
  /** {@code cawg.x509.credential.untrusted}. */
  CAWG_X509_CREDENTIAL_UNTRUSTED("cawg.x509.credential.untrusted", Kind.FAILURE),
  /** {@code cawg.x509.signature.mismatch}. */
  CAWG_X509_SIGNATURE_MISMATCH("cawg.x509.signature.mismatch", Kind.FAILURE),
  /** {@code cawg.x509.signature.outside_validity}. */
  CAWG_X509_SIGNATURE_OUTSIDE_VALIDITY("cawg.x509.signature.outside_validity", Kind.FAILURE),
  /** {@code cawg.ica.did_unavailable}. */
  CAWG_ICA_DID_UNAVAILABLE("cawg.ica.did_unavailable", Kind.FAILURE),
  /** {@code cawg.ica.invalid_alg}. */
  CAWG_ICA_INVALID_ALG("cawg.ica.invalid_alg", Kind.FAILURE),
  /** {@code cawg.ica.invalid_content_type}. */
  CAWG_ICA_INVALID_CONTENT_TYPE("cawg.ica.invalid_content_type", Kind.FAILURE),
  /** {@code cawg.ica.invalid_cose_sign1}. */
  CAWG_ICA_INVALID_COSE_SIGN1("cawg.ica.invalid_cose_sign1", Kind.FAILURE),
  /** {@code cawg.ica.invalid_did_document}. */
  CAWG_ICA_INVALID_DID_DOCUMENT("cawg.ica.invalid_did_document", Kind.FAILURE),
  /** {@code cawg.ica.invalid_issuer}. */
  CAWG_ICA_INVALID_ISSUER("cawg.ica.invalid_issuer", Kind.FAILURE),
  /** {@code cawg.ica.invalid_verifiable_credential}. */
  CAWG_ICA_INVALID_VERIFIABLE_CREDENTIAL("cawg.ica.invalid_verifiable_credential", Kind.FAILURE),
  /** {@code cawg.ica.signature_mismatch}. */
  CAWG_ICA_SIGNATURE_MISMATCH("cawg.ica.signature_mismatch", Kind.FAILURE),
  /** {@code cawg.ica.signer_payload.mismatch}. */
  CAWG_ICA_SIGNER_PAYLOAD_MISMATCH("cawg.ica.signer_payload.mismatch", Kind.FAILURE),
  /** {@code cawg.ica.time_stamp.invalid}. */
  CAWG_ICA_TIME_STAMP_INVALID("cawg.ica.time_stamp.invalid", Kind.FAILURE),
  /** {@code cawg.ica.valid_from.invalid}. */
  CAWG_ICA_VALID_FROM_INVALID("cawg.ica.valid_from.invalid", Kind.FAILURE),
  /** {@code cawg.ica.valid_from.missing}. */
  CAWG_ICA_VALID_FROM_MISSING("cawg.ica.valid_from.missing", Kind.FAILURE),
  /** {@code cawg.ica.valid_until.invalid}. */
  CAWG_ICA_VALID_UNTIL_INVALID("cawg.ica.valid_until.invalid", Kind.FAILURE);

  /** What a code means for the manifest. */
  public enum Kind {
    /** A check that passed. */
    SUCCESS,
    /** Worth knowing; changes nothing. */
    INFORMATIONAL,
    /** A check that failed. */
    FAILURE
  }

  private final String code;
  private final Kind kind;

  StatusCode(String code, Kind kind) {
    this.code = code;
    this.kind = kind;
  }

  /** As the specification spells it. */
  public String code() {
    return code;
  }

  /** What it means for the manifest. */
  public Kind kind() {
    return kind;
  }
}
