<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World\Fakes;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Buyers\RememberedCustomer;
use OrderInvoicer\Domain\Customers\CustomerMemory;
use OrderInvoicer\Domain\Customers\ResolveCustomer;
use OrderInvoicer\Tests\Unit\World\Fate;

/** Beside the links of earlier versions, which stand in FakeRemoteIds. */
final class FakeCustomerMemory implements CustomerMemory {

	/** @var array<string, RememberedCustomer> */
	public array $memories = [];

	/** @var array<string, CustomerRef> */
	public array $numbers = [];

	public function __construct(
		private readonly Fate $fate,
		private readonly ?FakeRemoteIds $links = null,
	) {}

	public function of_shopper( string $account, string $who ): array {
		return array_values(
			array_filter(
				$this->all( $account ),
				static fn ( RememberedCustomer $memory ): bool => $memory->who === $who
			)
		);
	}

	public function of_customer( string $account, CustomerRef $ref ): array {
		return array_values(
			array_filter(
				$this->all( $account ),
				static fn ( RememberedCustomer $memory ): bool => self::is( $memory->ref, $ref )
			)
		);
	}

	public function of_number( string $account, string $number ): array {
		return array_values(
			array_filter(
				$this->numbers,
				static fn ( string $key ): bool => str_starts_with( $key, "$account|$number|" ),
				ARRAY_FILTER_USE_KEY
			)
		);
	}

	public function remember( string $account, RememberedCustomer $memory ): void {
		$this->fate->call(
			function () use ( $account, $memory ): void {
				$this->memories[ "$account|$memory->who:{$memory->type->value}:$memory->number:$memory->spelling" ] =
					$memory;
				foreach ( $this->links->known ?? [] as $key => $link ) {
					if (
						str_starts_with( $key, "$account|" . ResolveCustomer::KIND . "|$memory->who:" )
						&& self::is( $memory->ref, self::ref( $link ) )
					) {
						unset( $this->links->known[ $key ] );
					}
				}
			}
		);
	}

	public function remember_number( string $account, string $number, CustomerRef $ref ): void {
		$this->fate->call(
			function () use ( $account, $number, $ref ): void {
				$this->numbers[ "$account|$number|{$ref->type->value}$ref->id" ] = $ref;
			}
		);
	}

	public function forget( string $account, CustomerRef $ref ): void {
		$this->fate->call(
			function () use ( $ref ): void {
				foreach ( $this->memories as $key => $memory ) {
					$this->memories[ $key ] = self::is( $memory->ref, $ref )
						? new RememberedCustomer( ...[ 'ref' => null ] + get_object_vars( $memory ) )
						: $memory;
				}
				foreach ( $this->links->known ?? [] as $key => $link ) {
					if (
						self::is( $ref, self::ref( $link ) )
						&& str_contains( $key, '|' . ResolveCustomer::KIND . '|' )
					) {
						[ $account, , $local_key ] = explode( '|', $key, 3 );
						[ $who, $type ]            = explode( ':', $local_key );
						$is_made                   = in_array(
							$this->links->origins[ $key ][0] ?? '',
							[ '', 'customer_created' ],
							true
						);
						unset( $this->links->known[ $key ] );
						$this->memories[ "$account|$local_key" ] = new RememberedCustomer(
							who: $who,
							type: CustomerType::from( $type ),
							spelling: '',
							number: '',
							ref: null,
							turn: $is_made ? 1 : 0
						);
					}
				}
				$this->numbers = array_filter(
					$this->numbers,
					static fn ( CustomerRef $known ): bool => ! self::is( $known, $ref )
				);
			}
		);
	}

	/** @return list<RememberedCustomer> */
	private function all( string $account ): array {
		$all = array_values(
			array_filter(
				$this->memories,
				static fn ( string $key ): bool => str_starts_with( $key, "$account|" ),
				ARRAY_FILTER_USE_KEY
			)
		);
		foreach ( $this->links->known ?? [] as $key => $link ) {
			[ $of, $kind, $local_key ] = explode( '|', $key, 3 );
			if ( $of === $account && $kind === ResolveCustomer::KIND ) {
				[ $who, $type, $number ] = array_pad( explode( ':', $local_key ), 3, '' );
				[ $origin, $order_id ]   = $this->links->origins[ $key ] ?? [ '', 0 ];
				$all[]                   = new RememberedCustomer(
					who: $who,
					type: CustomerType::from( $type ),
					spelling: '',
					number: $number,
					ref: self::ref( $link ),
					origin: $origin,
					order_id: $order_id
				);
			}
		}
		return $all;
	}

	/** @param array{type: string, id: int} $link */
	private static function ref( array $link ): ?CustomerRef {
		$type = CustomerType::tryFrom( $link['type'] );
		return $type === null ? null : new CustomerRef( $type, $link['id'] );
	}

	private static function is( ?CustomerRef $one, ?CustomerRef $other ): bool {
		return $one !== null && $other !== null && $one->type === $other->type && $one->id === $other->id;
	}
}
