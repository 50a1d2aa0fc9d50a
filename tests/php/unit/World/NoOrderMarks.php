<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World;

use OrderInvoicer\Domain\SameOrder\OrderMarks;

/** Orders without keys: nobody asks for their marks. */
final class NoOrderMarks implements OrderMarks {

	public function fill( int $order_id, string $mark ): void {
		throw new \LogicException( "Order $order_id has no key." );
	}

	public function part( int $order_id, int $former_id, string $key_hash ): void {
		throw new \LogicException( "Order $order_id has no key." );
	}
}
