<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World\Fakes;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Account\RemoteTax;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Tests\Unit\World\Sellsy;

final class FakeAccount implements Account {

	public function __construct( private readonly Sellsy $sellsy ) {}

	public function is_configured(): bool {
		return true;
	}

	public function kept_lists(): array {
		return [];
	}

	public function id(): string {
		if ( ! $this->sellsy->identified ) {
			$this->me();
			$this->sellsy->identified = true;
		}
		return $this->sellsy->account;
	}

	public function me(): array {
		return $this->sellsy->request(
			'me',
			static fn(): array => [
				'id'    => 1,
				'name'  => 'Client Test',
				'email' => 'test@example.com',
			]
		);
	}

	public function name(): ?string {
		return $this->sellsy->account_name;
	}

	public function read_name(): void {
		++$this->sellsy->names_read;
		if ( $this->sellsy->hides_name ) {
			throw new RemoteFailure( FailureKind::AccountBlocked, 403, 'read_name' );
		}
		$this->sellsy->account_name = $this->sellsy->renamed_to;
	}

	public function rights(): array {
		return [];
	}

	public function taxes(): array {
		if ( $this->sellsy->taxes_are_hidden ) {
			throw new RemoteFailure( FailureKind::NotSent, 0, 'taxes' );
		}
		return [
			new RemoteTax( id: 20, label: 'TVA 20', rate: Decimal::from_string( '20' ), category: 'S', usable: true ),
			new RemoteTax( id: 10, label: 'TVA 10', rate: Decimal::from_string( '10' ), category: 'S', usable: true ),
			new RemoteTax( id: 99, label: 'Exo', rate: Decimal::zero(), category: 'E', usable: true ),
			...$this->sellsy->taxes,
		];
	}

	public function rate_categories(): array {
		return [
			[
				'id'         => 7,
				'label'      => 'HT',
				'currency'   => 'EUR',
				'is_default' => true,
			],
			[
				'id'         => 9,
				'label'      => 'HT USD',
				'currency'   => 'USD',
				'is_default' => false,
			],
			[
				'id'         => 12,
				'label'      => 'HT',
				'currency'   => $this->sellsy->currency,
				'is_default' => false,
			],
		];
	}

	public function staffs(): array {
		return [];
	}

	public function models(): array {
		return [];
	}

	public function payment_terms(): array {
		return [];
	}

	public function refresh(): void {
		array_push( $this->sellsy->taxes, ...$this->sellsy->new_taxes );
		$this->sellsy->new_taxes = [];
	}

	public function as_last_read( callable $read ): array {
		return $read();
	}

	public function payment_methods(): array {
		return [
			[
				'id'    => 4,
				'label' => 'Carte bancaire',
			],
		];
	}

	public function has_v1(): bool {
		return $this->sellsy->request( 'has_v1', fn(): bool => $this->sellsy->has_v1 );
	}
}
