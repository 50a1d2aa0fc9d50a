<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\System;

defined( 'ABSPATH' ) || exit;

/** What is remembered without being kept: two fingerprints are equal where the texts were. */
interface Fingerprints {

	/** @return string 32 hexadecimal digits, keyed by a secret of this site. */
	public function fingerprint( string $text ): string;
}
