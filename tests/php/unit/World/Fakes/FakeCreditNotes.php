<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World\Fakes;

use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Content\DraftRow;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Payments\CreditNotes;
use OrderInvoicer\Tests\Unit\World\Sellsy;

/** Credit notes set against invoices: both have less left then. */
final class FakeCreditNotes implements CreditNotes {

	/** @var array<int, array<int, string>> amounts by invoice, by credit note. */
	public array $links = [];

	public function __construct(
		private readonly Sellsy $sellsy,
		private readonly FakePayments $payments,
		private readonly FakeInvoicing $invoicing,
	) {}

	public function link( int $credit_note_id, int $invoice_id, Decimal $amount ): void {
		$this->sellsy->request(
			'link_credit_note',
			function () use ( $credit_note_id, $invoice_id, $amount ): void {
				$is_draft = $this->sellsy->documents[ $credit_note_id ]->is_draft()
					|| $this->sellsy->documents[ $invoice_id ]->is_draft();
				$is_twice = isset( $this->links[ $credit_note_id ][ $invoice_id ] );
				$is_more  = $amount->compare( $this->payments->due( $credit_note_id ) ) > 0
					|| $amount->compare( $this->payments->due( $invoice_id ) ) > 0;
				$is_other = $this->sellsy->billed[ $credit_note_id ] !== $this->sellsy->billed[ $invoice_id ];
				$is_over  = $this->sellsy->documents[ $credit_note_id ]->is_cancelled()
					|| $this->sellsy->documents[ $invoice_id ]->is_cancelled();
				if ( $is_draft || $is_over || $is_twice || $is_more || $is_other ) {
					throw new RemoteFailure( FailureKind::Rejected, 400 );
				}
				$this->links[ $credit_note_id ][ $invoice_id ] = $amount->to_string();
				foreach ( [ $credit_note_id, $invoice_id ] as $id ) {
					$this->payments->lowered[ $id ] = $amount->plus(
						Decimal::from_string( $this->payments->lowered[ $id ] ?? '0' )
					)->to_string();
				}
			}
		);
	}

	public function linked_invoices( int $credit_note_id ): array {
		return $this->sellsy->request(
			'linked_invoices',
			fn(): array => array_keys( $this->links[ $credit_note_id ] ?? [] )
		);
	}

	/** @var array<int, list<DraftRow>> by document that somebody else made. */
	public array $by_hand = [];

	public function rows( DocumentKind $kind, int $id, Currency $currency ): array {
		if ( isset( $this->by_hand[ $id ] ) ) {
			return $this->by_hand[ $id ];
		}
		$drafts = array_merge(
			...array_map(
				fn ( DocumentDraft $draft ): array =>
					$draft->kind === $kind && $this->sellsy->documents[ $id ]->bears( $draft->key )
						? [ $draft->rows ]
						: [],
				[ ...$this->invoicing->created, ...$this->invoicing->updated ]
			)
		);
		return array_values(
			array_filter(
				$drafts[ array_key_last( $drafts ) ?? 0 ],
				static fn ( DraftRow $row ): bool => $row->total !== null
			)
		);
	}
}
