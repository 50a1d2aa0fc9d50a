<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World\Fakes;

use OrderInvoicer\Domain\Customers\WrittenEmails;
use OrderInvoicer\Domain\Order\OrderSnapshot;

/** As the orders of the shop have it. */
final class FakeWrittenEmails implements WrittenEmails {

	public function __construct( private readonly FakeShop $shop ) {}

	public function like( string $email ): array {
		$written = array_map( static fn ( OrderSnapshot $order ): string => $order->buyer->email, $this->shop->orders );
		$is_it   = static fn ( string $other ): bool => mb_strtolower( $other ) === mb_strtolower( $email );
		return array_values( array_filter( $written, $is_it ) );
	}
}
