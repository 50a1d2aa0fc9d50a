<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Trials;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Account\RemoteTax;
use OrderInvoicer\Domain\Amounts\Totals;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Content\DraftRow;
use OrderInvoicer\Domain\Content\Invoicing;
use OrderInvoicer\Domain\Content\RowKind;
use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\System\Clock;

/** Invoices for the doctor's company that Sellsy computes, by the way that orders take, and that are never made. */
final class Computations {

	public function __construct(
		private readonly Invoicing $invoicing,
		private readonly Account $account,
		private readonly Things $things,
		private readonly Clock $clock,
	) {}

	/** @throws RemoteFailure */
	public function row( string $quantity, string $unit_amount, string $percent = '20' ): DraftRow {
		return new DraftRow(
			kind: RowKind::Priced,
			description: 'Order Invoicer doctor',
			quantity: Decimal::from_string( $quantity ),
			unit_amount: Decimal::from_string( $unit_amount ),
			tax_id: $this->tax( $percent )->id
		);
	}

	/**
	 * @param list<DraftRow> $rows
	 * @param int|null       $category of the account; null: an ordinary one.
	 * @throws RemoteFailure
	 */
	public function compute( array $rows, ?int $category = null ): ComputedDocument {
		return $this->invoicing->compute(
			new DocumentDraft(
				kind: DocumentKind::Invoice,
				key: 'DOCTOR',
				customer: new CustomerRef( CustomerType::Company, $this->things->company() ),
				contact_id: null,
				invoicing_address_id: null,
				delivery_address_id: null,
				currency: $this->currency(),
				date: $this->clock->today(),
				subject: '',
				note: '',
				rows: $rows,
				totals: new Totals( 0, 0, [] ),
				rate_category_id: $category ?? $this->category()['id'],
				owner_id: null,
				model_id: null,
				payment_term_id: null
			)
		);
	}

	/**
	 * @param list<DraftRow> $rows
	 * @return ComputedDocument|null null: Sellsy refuses such rows.
	 * @throws RemoteFailure
	 */
	public function compute_or_refuse( array $rows, ?int $category = null ): ?ComputedDocument {
		try {
			return $this->compute( $rows, $category );
		} catch ( RemoteFailure $failure ) {
			return $failure->kind === FailureKind::Rejected ? null : throw $failure;
		}
	}

	/** @throws RemoteFailure */
	public function currency(): Currency {
		return Currency::from_code( $this->category()['currency'] );
	}

	/**
	 * The account's tax of that rate, else another one: only its own rate matters.
	 *
	 * @throws RemoteFailure of kind Rejected where the account has none.
	 */
	public function tax( string $percent ): RemoteTax {
		$usable = array_values(
			array_filter(
				$this->account->taxes(),
				static fn ( RemoteTax $tax ): bool => $tax->usable && $tax->rate->is_positive()
			)
		);
		foreach ( $usable as $tax ) {
			if ( $tax->rate->equals( Decimal::from_string( $percent ) ) ) {
				return $tax;
			}
		}
		return $usable[0] ?? throw self::lacks( 'GET /taxes' );
	}

	/**
	 * Percent.
	 *
	 * @throws RemoteFailure
	 */
	public function rate( int $tax_id ): Decimal {
		return array_column( $this->account->taxes(), 'rate', 'id' )[ $tax_id ];
	}

	/**
	 * @return array{id: int, label: string, currency: string, is_default: bool}
	 * @throws RemoteFailure of kind Rejected where the account has none.
	 */
	public function category(): array {
		$categories = $this->account->rate_categories();
		$default    = array_values( array_filter( $categories, static fn ( array $one ): bool => $one['is_default'] ) );
		return $default[0] ?? $categories[0] ?? throw self::lacks( 'GET /rate-categories' );
	}

	private static function lacks( string $route ): RemoteFailure {
		return new RemoteFailure( kind: FailureKind::Rejected, route: $route );
	}
}
