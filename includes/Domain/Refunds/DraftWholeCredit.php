<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Refunds;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Content\CreditedInvoices;
use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Content\DocumentTexts;
use OrderInvoicer\Domain\Content\DraftRow;
use OrderInvoicer\Domain\Customers\Parties;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Drafts\DocumentAssembler;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\SkipTask;
use OrderInvoicer\Domain\Ledger\Outcome;
use OrderInvoicer\Domain\Ledger\OutcomeProblem;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Payments\CreditNotes;
use OrderInvoicer\Domain\Settings\Settings;

/** A credit note of all that is left of an invoice, made from the documents that stand at Sellsy. */
final class DraftWholeCredit {

	public function __construct(
		private readonly CreditNotes $credit_notes,
		private readonly Account $account,
		private readonly CreditableBalance $creditable_balance,
		private readonly DocumentAssembler $document_assembler,
		private readonly DocumentTexts $texts,
	) {}

	/**
	 * @param Task $task    the credit note's row.
	 * @param Task $invoice the invoice's.
	 * @throws NeedsAttention
	 * @throws SkipTask when nothing is left.
	 * @throws RemoteFailure
	 */
	public function draft(
		Task $task,
		Task $invoice,
		OrderSnapshot $order,
		Settings $settings,
		Parties $parties,
		string $key,
	): DocumentDraft {
		$standing = $this->creditable_balance->invoice( $invoice );
		$left     = $standing->amounts->incl_tax;
		$credited = [];
		foreach ( $this->creditable_balance->credit_notes( $invoice, $task->id ) as $note ) {
			$left = $left->minus( $note->amounts->incl_tax );
			array_push(
				$credited,
				...$this->credit_notes->rows( DocumentKind::CreditNote, $note->id, $order->currency )
			);
		}
		if ( ! $left->is_positive() ) {
			throw new SkipTask( OutcomeProblem::problem( Outcome::AllCredited ) );
		}
		$rows = $this->rows( $invoice, $order, $settings, $credited, $left );
		return $this->document_assembler->of_rows(
			DocumentKind::CreditNote,
			$order,
			$settings,
			$parties,
			$key,
			$rows,
			$left->to_minor( $order->currency->decimals ),
			new CreditedInvoices( [ $standing ] )
		);
	}

	/**
	 * @param list<DraftRow> $credited
	 * @return list<DraftRow>
	 */
	private function rows(
		Task $invoice,
		OrderSnapshot $order,
		Settings $settings,
		array $credited,
		Decimal $left,
	): array {
		$taxes = array_column( $this->account->taxes(), null, 'id' );
		$whole = new WholeCredit(
			taxes: $taxes,
			rounding: $settings->rounding_tax_id,
			currency: $order->currency,
			name: $this->texts->refund(),
			rounding_name: $this->texts->rounding()
		);
		$rows  = $whole->rows(
			$this->credit_notes->rows( DocumentKind::Invoice, $invoice->remote_id, $order->currency ),
			$credited,
			$left->to_minor( $order->currency->decimals )
		);
		return array_map( fn ( DraftRow $row ): DraftRow => $this->with_eco_text( $row, $order->currency ), $rows );
	}

	/** These rows name no item, and only such rows have Sellsy's own field for it. */
	private function with_eco_text( DraftRow $row, Currency $currency ): DraftRow {
		return $row->eco?->is_field === true && $row->quantity !== null
			? $row->with_eco_text(
				$this->texts->eco_participation( $row->eco->unit, $row->quantity, $currency, $row->eco->incl_tax )
			)
			: $row;
	}
}
