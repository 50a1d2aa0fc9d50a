<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Customer;

/** A short mark of the name that a customer had: shows later that it has another. The name itself is not kept. */
final class NameMark {

	/** As long as the column of what came about with a link. */
	private const LENGTH = 32;

	public static function of( RemoteCustomer $customer ): string {
		return substr( hash( 'sha256', "{$customer->ref->type->value} {$customer->ref->id}\n" . trim( $customer->name ) ), 0, self::LENGTH );
	}
}
