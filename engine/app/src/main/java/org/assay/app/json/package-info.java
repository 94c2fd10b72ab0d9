/**
 * The JSON form of items, contexts, signals, cases and decisions, on the command line, in the
 * database and on the wire.
 *
 * <p>Field names are the record components' names in camel case; units are part of the name, such
 * as {@code timeSeconds}. Enum values and types are kebab case in lower case, such as {@code
 * fully-generated}. A key whose value is not known is left out. Text of unknown origin is cleaned
 * and bounded on writing, see {@link org.assay.app.json.Text}.
 *
 * <p>Start reading at {@link org.assay.app.json.CaseJson}. May depend on core and Jackson.
 */
package org.assay.app.json;
