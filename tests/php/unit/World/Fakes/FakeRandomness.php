<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World\Fakes;

use OrderInvoicer\Domain\System\Randomness;

final class FakeRandomness implements Randomness {

	private int $tokens = 0;

	public function token(): string {
		return str_pad( dechex( ++$this->tokens ), 32, '0', STR_PAD_LEFT );
	}

	public function up_to( int $max ): int {
		return 0;
	}
}
