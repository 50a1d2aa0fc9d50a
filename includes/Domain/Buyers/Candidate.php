<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Buyers;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\StepCode;

/** A customer at Sellsy that may be the buyer, and what this shop knows of it. */
final class Candidate {

	/**
	 * @param StepCode                           $how       by which sign it was found.
	 * @param bool                               $is_ours   this shop made it; else it is the owner's own client.
	 * @param bool                               $has_email account, e-mail address or a contact leads to it, and not a
	 *                                                      number alone.
	 * @param list<RememberedCustomer>                       $memories  the ways in which orders named it.
	 * @param \Closure(): list<RemoteAddress>    $addresses at Sellsy, read when they are needed.
	 */
	public function __construct(
		public readonly RemoteCustomer $customer,
		public readonly StepCode $how,
		public readonly bool $is_ours,
		public readonly bool $has_email,
		private readonly array $memories,
		private readonly \Closure $addresses,
	) {}

	/** @return list<RemoteAddress> */
	public function addresses(): array {
		return ( $this->addresses )();
	}

	/** A form once seen stays with its customer, though Sellsy has the name without it. */
	public function has_another_form( CompanyName $name ): bool {
		$theirs = CompanyName::from_name( $this->customer->name );
		$seen   = $theirs->form === '' ? array_column( $this->memories, 'form' ) : [];
		return $theirs->has_another_form( $name ) || self::is_new( $name->form, $seen );
	}

	/** An initial that was filled in once is that name. */
	public function has_another_first_name( string $hash ): bool {
		return self::is_new( $hash, array_column( $this->memories, 'first_name' ) );
	}

	/** One of its orders came from there. */
	public function had_postcode( string $hash ): bool {
		foreach ( $this->memories as $memory ) {
			if ( in_array( $hash, $memory->postcodes, true ) ) {
				return true;
			}
		}
		return false;
	}

	/** @param array<string> $seen empty ones say nothing. */
	private static function is_new( string $said, array $seen ): bool {
		return $said !== '' && ! in_array( $said, $seen, true ) && array_diff( $seen, [ '' ] ) !== [];
	}
}
