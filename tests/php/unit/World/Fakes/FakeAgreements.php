<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World\Fakes;

use OrderInvoicer\Domain\Content\Agreements;
use OrderInvoicer\Domain\Content\Shape;

final class FakeAgreements implements Agreements {

	/** @var array<string, int> by shape. */
	public array $counts = [];

	/** Of a shape that was never seen: an account that has worked for long. */
	public int $otherwise = 0;

	/** How often something was written. */
	public int $changes = 0;

	public function of( Shape $shape ): int {
		return $this->counts[ $shape->text ] ?? $this->otherwise;
	}

	public function agreed( Shape $shape ): void {
		$this->keep( $shape, min( self::ENOUGH, $this->of( $shape ) + 1 ) );
	}

	public function differed( Shape $shape ): void {
		$this->keep( $shape, 0 );
	}

	private function keep( Shape $shape, int $count ): void {
		if ( $this->of( $shape ) !== $count ) {
			$this->counts[ $shape->text ] = $count;
			++$this->changes;
		}
	}
}
