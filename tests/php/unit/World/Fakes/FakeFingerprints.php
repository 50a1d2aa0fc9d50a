<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World\Fakes;

use OrderInvoicer\Domain\System\Fingerprints;

final class FakeFingerprints implements Fingerprints {

	public function fingerprint( string $text ): string {
		return md5( 'a key' . $text );
	}
}
