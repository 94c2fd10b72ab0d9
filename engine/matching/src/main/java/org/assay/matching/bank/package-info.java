/** Banks. */
package org.assay.matching.bank;
