/** Which function calls: what its user agent says. */
@NullMarked
package dev.seqrpay.local.aws.http;

import org.jspecify.annotations.NullMarked;
