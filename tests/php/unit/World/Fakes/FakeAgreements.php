<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World\Fakes;

use OrderInvoicer\Domain\Content\Agreements;

final class FakeAgreements implements Agreements {

	/** @var array<string, int> by shape. */
	public array $counts = [];

	/** Of a shape that was never seen: an account that has worked for long. */
	public int $otherwise = 0;

	/** How often something was written. */
	public int $changes = 0;

	public function of( string $shape ): int {
		return $this->counts[ $shape ] ?? $this->otherwise;
	}

	public function agreed( string $shape ): void {
		$this->keep( $shape, min( self::ENOUGH, $this->of( $shape ) + 1 ) );
	}

	public function differed( string $shape ): void {
		$this->keep( $shape, 0 );
	}

	private function keep( string $shape, int $count ): void {
		if ( $this->of( $shape ) !== $count ) {
			$this->counts[ $shape ] = $count;
			++$this->changes;
		}
	}
}
