/** HTTP servers that only this machine reaches, pages for developers, and files that only their owner reads. */
@NullMarked
package dev.seqrpay.loopback;

import org.jspecify.annotations.NullMarked;
