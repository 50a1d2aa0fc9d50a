<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Application\Fakes;

use OrderInvoicer\Application\Ports\Fingerprints;

final class FakeFingerprints implements Fingerprints {

	public function of( string $text ): string {
		return md5( 'a key' . $text );
	}
}
