<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World\Fakes;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Buyers\RememberedCustomer;
use OrderInvoicer\Domain\Customers\CustomerMemory;
use OrderInvoicer\Domain\Customers\ResolveCustomer;
use OrderInvoicer\Tests\Unit\World\Fate;

final class FakeCustomerMemory implements CustomerMemory {

	/** @var array<string, RememberedCustomer> */
	public array $memories = [];

	/** @var array<string, CustomerRef> */
	public array $numbers = [];

	public function __construct( private readonly Fate $fate ) {}

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
				$this->numbers = array_filter(
					$this->numbers,
					static fn ( CustomerRef $known ): bool => ! self::is( $known, $ref )
				);
			}
		);
	}

	/** @return list<RememberedCustomer> */
	private function all( string $account ): array {
		return array_values(
			array_filter(
				$this->memories,
				static fn ( string $key ): bool => str_starts_with( $key, "$account|" ),
				ARRAY_FILTER_USE_KEY
			)
		);
	}

	private static function is( ?CustomerRef $one, ?CustomerRef $other ): bool {
		return $one !== null && $other !== null && $one->type === $other->type && $one->id === $other->id;
	}
}
