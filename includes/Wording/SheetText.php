<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wording;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\Noticed;
use OrderInvoicer\Domain\FollowUps\CreditAllocationRule;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\LinkTransitions;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\OrderSheet\Agreement;
use OrderInvoicer\Domain\OrderSheet\SheetDocument;
use OrderInvoicer\Domain\Report\ReportedTax;
use OrderInvoicer\Wording\Names\AmountText;
use OrderInvoicer\Wording\Names\DayText;
use OrderInvoicer\Wording\Names\DocumentNames;

/** A document beside its order, in words. Plain text, to be escaped. */
final class SheetText {

	public function __construct(
		private readonly TaskText $tasks,
		private readonly DocumentNames $names,
		private readonly AmountText $amounts = new AmountText(),
	) {}

	/** How a document stands, as its badge looks: a draft is not done, and what was credited in full is history. */
	public function look( Task $task, ?SheetDocument $document = null ): string {
		return match ( true ) {
			$task->state !== TaskState::Done  => $task->state->value,
			$document?->is_credited === true => TaskState::Skipped->value,
			self::is_draft( $task )           => 'draft',
			default                          => $task->state->value,
		};
	}

	private static function is_draft( Task $task ): bool {
		return $task->key->effect->creates()?->is_validated() === true
			&& $task->was_at_sellsy()
			&& $task->remote_number === '';
	}

	/** How a document stands, in one or two words. */
	public function state( Task $task, ?SheetDocument $document = null ): string {
		$kind = $task->key->effect->creates();
		return match ( true ) {
			$kind === null
				|| $task->state !== TaskState::Done
				|| ! $task->was_at_sellsy() => $this->tasks->state( $task ),
			$kind === DocumentKind::Proforma => _x( 'Made', 'state of a proforma', 'orderinvoicer' ),
			! $kind->is_validated()          => _x( 'Made', 'state of an estimate, order or note', 'orderinvoicer' ),
			self::is_draft( $task )           => __( 'Draft', 'orderinvoicer' ),
			$document?->is_credited === true => _x( 'Credited', 'state of an invoice', 'orderinvoicer' ),
			$kind === DocumentKind::Invoice  => _x( 'Final', 'state of an invoice', 'orderinvoicer' ),
			default                          => _x( 'Final', 'state of a credit note', 'orderinvoicer' ),
		};
	}

	/** What it is; a credit note by what its refund gave back or, where nobody knows that, by what it says itself. */
	public function name( Task $task, ?SheetDocument $document ): string {
		$currency  = $document?->currency();
		$is_refund = $task->key->effect === Effect::CreateCreditNote && $task->key->refund_id > 0;
		$amount    = $is_refund ? $document->ordered ?? $document?->document->incl_tax : null;
		return $amount !== null && $currency !== null
			? sprintf(
				/* translators: %s: amount of money. */
				__( 'Credit note (refund of %s)', 'orderinvoicer' ),
				$this->amounts->text( $amount, $currency )
			)
			: $this->tasks->effect( $task );
	}

	/**
	 * What was done for a document, and since when; else how it stands. A dash, because languages space colons
	 * differently.
	 *
	 * @param Task|null $went_over the row by which a payment went over to another invoice (`OrderSheet::went_over()`).
	 */
	public function follow_up( Task $task, ?Task $went_over = null ): string {
		if ( $went_over !== null ) {
			return sprintf(
				/* translators: 1: such as Payment, 2: date and time. */
				__( '%1$s – went over to the new invoice on %2$s', 'orderinvoicer' ),
				$this->tasks->effect( $task ),
				DayText::moment( $went_over->updated_at )
			);
		}
		$is_taken_off = $task->key->effect === Effect::LinkCreditNote
			&& $task->key->part !== CreditAllocationRule::NEW_INVOICE
			&& $task->state === TaskState::Done;
		return $is_taken_off
			/* translators: %s: date and time. */
			? sprintf( __( 'Taken off the invoice on %s', 'orderinvoicer' ), DayText::moment( $task->updated_at ) )
			: sprintf( '%1$s – %2$s', $this->tasks->effect( $task ), $this->since( $task ) );
	}

	/** Empty unless the row waits for its moment; after a try, however soon that is. */
	public function not_before( Task $task, \DateTimeImmutable $now ): string {
		return match ( true ) {
			LinkTransitions::is_never( $task, $now ) => __(
				'The linking of a document was broken off before it began. Link it again, or have one made here.',
				'orderinvoicer'
			),
			$task->state !== TaskState::Queued, $task->due_at <= $now => '',
			/* translators: %s: date and time. */
			$task->attempts > 0 => sprintf( __( 'Next try: %s.', 'orderinvoicer' ), DayText::moment( $task->due_at ) ),
			$task->due_at <= $now->modify( '+1 minute' ) => '',
			/* translators: %s: date and time. */
			default => sprintf( __( 'Not before %s.', 'orderinvoicer' ), DayText::moment( $task->due_at ) ),
		};
	}

	private function since( Task $task ): string {
		return match ( true ) {
			$task->state === TaskState::Done => sprintf(
				/* translators: %s: date and time. */
				__( 'Done on %s', 'orderinvoicer' ),
				DayText::moment( $task->updated_at )
			),
			$task->state === TaskState::Queued && $task->asked && $task->key->effect->makes_final() =>
				_x( 'Asked for, waiting', 'state of making a document final', 'orderinvoicer' ),
			default => $this->tasks->state( $task ),
		};
	}

	/** The document's own date; empty where nobody knows it. */
	public function date( SheetDocument $document ): string {
		return $document->document->date === null ? '' : DayText::text( $document->document->date );
	}

	/**
	 * @return list<array{string, string}> HT, VAT per rate, TTC: what each is, and how much. Empty while nobody knows.
	 */
	public function figures( SheetDocument $document ): array {
		$currency = $document->currency();
		$excl_tax = $document->document->excl_tax;
		$incl_tax = $document->document->incl_tax;
		$vat      = $document->vat();
		if ( $currency === null || $excl_tax === null || $incl_tax === null || $vat === null ) {
			return [];
		}
		$figures = [ [ __( 'Excl. VAT', 'orderinvoicer' ), $this->amounts->text( $excl_tax, $currency ) ] ];
		// A rate of zero adds nothing.
		$taxes = array_filter(
			$document->document->taxes ?? [],
			static fn ( ReportedTax $tax ): bool => $tax->amount !== 0
		);
		foreach ( $taxes as $tax ) {
			$figures[] = [
				sprintf(
					/* translators: %s: rate of a tax, such as 5.5. */
					__( 'VAT %s%%', 'orderinvoicer' ),
					str_replace( '.', wc_get_price_decimal_separator(), $tax->percent )
				),
				$this->amounts->text( $tax->amount, $currency ),
			];
		}
		if ( $taxes === [] ) {
			$figures[] = [ __( 'VAT', 'orderinvoicer' ), $this->amounts->text( $vat, $currency ) ];
		}
		return [ ...$figures, [ __( 'Incl. VAT', 'orderinvoicer' ), $this->amounts->text( $incl_tax, $currency ) ] ];
	}

	/** Order and document beside each other; empty where they cannot be compared. */
	public function agreement( SheetDocument $document ): string {
		$currency = $document->currency();
		$worth    = $document->document->incl_tax;
		if ( $document->agreement === null || $document->ordered === null || $currency === null || $worth === null ) {
			return '';
		}
		$beside = sprintf(
			$this->beside( $document->ordered === $worth, $document->document->kind ),
			$this->amounts->text( $document->ordered, $currency ),
			$this->names->kind( $document->document->kind ),
			$this->amounts->text( $worth, $currency ),
			$this->amounts->text( abs( $document->ordered - $worth ), $currency )
		);
		return trim( "$beside {$this->cause( $document->agreement )}" );
	}

	private function beside( bool $is_equal, DocumentKind $kind ): string {
		$is_refund = $kind === DocumentKind::CreditNote;
		return match ( true ) {
			$is_equal && $is_refund =>
				/* translators: 1: amount of money, 2: kind of document, such as Credit note, 3: amount of money. */
				__( 'Refund %1$s = %2$s %3$s.', 'orderinvoicer' ),
			$is_equal  =>
				/* translators: 1: amount of money, 2: kind of document, such as Invoice, 3: amount of money. */
				__( 'Order %1$s = %2$s %3$s.', 'orderinvoicer' ),
			$is_refund =>
				/* translators: 1: amount, 2: kind of document, such as Credit note, 3: amount, 4: amount. */
				__( 'Refund %1$s, %2$s %3$s: %4$s of difference.', 'orderinvoicer' ),
			default    =>
				/* translators: 1: amount, 2: kind of document, such as Invoice, 3: amount, 4: amount. */
				__( 'Order %1$s, %2$s %3$s: %4$s of difference.', 'orderinvoicer' ),
		};
	}

	private function cause( Agreement $agreement ): string {
		return match ( $agreement ) {
			Agreement::Equal       => '',
			Agreement::Rounded     => __( 'Excluding VAT they differ by rounding only.', 'orderinvoicer' ),
			Agreement::RoundedTotal =>
				__( 'The order\'s own total has more decimals: it is rounded as it was paid.', 'orderinvoicer' ),
			Agreement::LessRefunds => __( 'Refunds are left out of it.', 'orderinvoicer' ),
			Agreement::Edited      => __( 'The order was edited after this was made.', 'orderinvoicer' ),
			Agreement::Unexplained => __( 'Nothing here explains it: compare both in Sellsy.', 'orderinvoicer' ),
		};
	}

	/** Empty unless credit notes took all of it. */
	public function credited( SheetDocument $document ): string {
		return $document->is_credited
			? __( 'Credited in full: nobody owes anything for it, and the customer reads so.', 'orderinvoicer' )
			: '';
	}

	/** Empty where nobody knows here, Sellsy alone says more, or there is nothing to pay. */
	public function paid( SheetDocument $document ): string {
		$currency = $document->currency();
		$money    = $document->money;
		$due      = $document->due();
		return match ( true ) {
			$money === null, $currency === null => '',
			$money->paid === 0 && ( $money->left === 0 || $document->left_in_sellsy() !== null ) => '',
			$money->is_off => __(
				'The order is paid, but nothing was recorded in Sellsy from here: that was off.',
				'orderinvoicer'
			),
			$due === null  => '',
			default        => sprintf(
				/* translators: 1: amount of money, 2: amount of money. */
				__( 'Recorded as paid: %1$s. Left to pay by that: %2$s.', 'orderinvoicer' ),
				$this->amounts->text( $money->paid, $currency ),
				$this->amounts->text( $due, $currency )
			),
		};
	}

	/** How old that is: people work in Sellsy too. Empty where nothing is said to be left. */
	public function as_of( SheetDocument $document ): string {
		$at = $document->seen?->seen_at;
		return match ( true ) {
			( $document->due() ?? $document->left_in_sellsy() ?? 0 ) === 0 => '',
			$at === null => __( 'Not looked at in Sellsy since it was made here.', 'orderinvoicer' ),
			/* translators: %s: day and time. */
			default      => sprintf( __( 'Last seen in Sellsy: %s.', 'orderinvoicer' ), DayText::moment( $at ) ),
		};
	}

	/** What people made of it in Sellsy; empty where nothing is to be said, or the line above says it. */
	public function in_sellsy( SheetDocument $document ): string {
		$noticed  = $document->noticed();
		$is_money = $noticed === null || $noticed->is_payment();
		return $is_money && $this->paid( $document ) !== '' ? '' : match ( $noticed ) {
			null               => $this->left_in_sellsy( $document ),
			Noticed::Paid      => __( 'In Sellsy: paid in full.', 'orderinvoicer' ),
			Noticed::PartPaid  => $this->of_left(
				/* translators: %s: amount of money. */
				__( 'In Sellsy: paid in part, %s left to pay.', 'orderinvoicer' ),
				$document
			),
			Noticed::Cancelled => __( 'In Sellsy: cancelled.', 'orderinvoicer' ),
			Noticed::Reinstated => '',
			Noticed::Accepted  => __( 'In Sellsy: accepted.', 'orderinvoicer' ),
			Noticed::Refused   => __( 'In Sellsy: refused.', 'orderinvoicer' ),
			Noticed::Expired   => __( 'In Sellsy: expired.', 'orderinvoicer' ),
			Noticed::Advanced  => __( 'In Sellsy: an advance was invoiced.', 'orderinvoicer' ),
			Noticed::Invoiced  => __( 'In Sellsy: invoiced.', 'orderinvoicer' ),
		};
	}

	/** Whether by payments or by credit notes, nobody knows here. */
	private function left_in_sellsy( SheetDocument $document ): string {
		return $document->left_in_sellsy() === 0
			? __( 'In Sellsy: nothing left to pay.', 'orderinvoicer' )
			/* translators: %s: amount of money. */
			: $this->of_left( __( 'In Sellsy: %s left to pay.', 'orderinvoicer' ), $document );
	}

	/** Empty where nothing of it is known. */
	private function of_left( string $sentence, SheetDocument $document ): string {
		$currency = $document->currency();
		$left     = $document->left_in_sellsy();
		return $currency === null || $left === null
			? ''
			: sprintf( $sentence, $this->amounts->text( $left, $currency ) );
	}
}
