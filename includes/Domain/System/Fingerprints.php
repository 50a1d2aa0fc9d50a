<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\System;

defined( 'ABSPATH' ) || exit;

/** Lets texts be compared later without keeping them: two fingerprints are equal where the texts were. */
interface Fingerprints {

	/** @return string 32 hexadecimal digits, keyed by a secret of this site. */
	public function fingerprint( string $text ): string;
}
