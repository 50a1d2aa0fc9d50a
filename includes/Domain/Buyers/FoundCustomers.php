<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Buyers;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\StepCode;

/**
 * Customers that searches returned, each once, with the strongest sign by which it was found. Archived ones are left
 * out.
 */
final class FoundCustomers {

	private const STRONGEST_FIRST = [
		StepCode::FoundBySiret,
		StepCode::FoundByReference,
		StepCode::Remembered,
		StepCode::FoundByEmail,
	];

	/** @var array<string, RemoteCustomer> */
	private array $customers = [];

	/** @var array<string, list<StepCode>> */
	private array $signs = [];

	/** @var array<string, true> */
	private array $of_shopper = [];

	/**
	 * @param bool $is_shoppers the account or e-mail address leads to it; some signs say so by themselves.
	 * @return bool whether it is new.
	 */
	public function add( RemoteCustomer $customer, StepCode $how, bool $is_shoppers = false ): bool {
		if ( $customer->archived ) {
			return false;
		}
		$id     = $customer->ref->key();
		$is_new = ! isset( $this->customers[ $id ] );

		$this->customers[ $id ] = $customer;
		$this->signs[ $id ][]   = $how;
		if ( $is_shoppers || in_array( $how, [ StepCode::FoundByEmail, StepCode::FoundByReference ], true ) ) {
			$this->of_shopper[ $id ] = true;
		}
		return $is_new;
	}

	public function has( CustomerRef $ref ): bool {
		return isset( $this->customers[ $ref->key() ] );
	}

	/** The shopper is known as this one too. */
	public function leads_to( CustomerRef $ref ): void {
		$this->of_shopper[ $ref->key() ] = true;
	}

	/** @return array<string, RemoteCustomer> */
	public function all(): array {
		return $this->customers;
	}

	/** @param string $id a key of all(). */
	public function how( string $id ): StepCode {
		foreach ( self::STRONGEST_FIRST as $how ) {
			if ( in_array( $how, $this->signs[ $id ] ?? [], true ) ) {
				return $how;
			}
		}
		return StepCode::Remembered;
	}

	/** @param string $id a key of all(). */
	public function has_email( string $id ): bool {
		return isset( $this->of_shopper[ $id ] );
	}
}
