<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wording;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\OrderBook\BillableOrder;
use OrderInvoicer\Domain\OrderBook\DocumentRule;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Text\PlainName;
use OrderInvoicer\WooCommerce\Order\BelievedPayment;
use OrderInvoicer\Wording\Names\AmountText;
use OrderInvoicer\Wording\Names\DocumentNames;
use OrderInvoicer\Wording\Problems\ProblemText;

/**
 * What a person reads before making something final: kind, customer and total, reasons against it, and what follows.
 * Sentences in plain text, to be escaped.
 */
final class FinalText {

	public const ALL_OF = [ 'questions' => ActQuestion::class ];

	/** @param list<ActQuestion> $questions */
	public function __construct(
		private readonly SettingsStore $settings,
		private readonly Orders $orders,
		private readonly BillableOrder $billable_order,
		private readonly Clock $clock,
		private readonly DocumentNames $names,
		private readonly ProblemText $problems,
		private readonly MovedPaymentText $moved_payment_text,
		private readonly array $questions,
		private readonly AmountText $amounts = new AmountText(),
	) {}

	/** @return list<string> empty where the act makes nothing final. */
	public function of_row( Task $task, RowAct $act, \WC_Order $order ): array {
		$kind  = $task->key->effect->creates() ?? DocumentKind::Invoice;
		$asked = static fn ( ActQuestion $one ): array => $one->act() === $act ? $one->sentences( $task ) : [];
		return match ( $act ) {
			RowAct::Finalise => $this->told( $kind, $order, $this->total_of( $task, $order ), $this->at_once( $kind ) ),
			RowAct::Reissue  => $this->reissued( $task, $order ),
			RowAct::MakeNow  => [
				...$this->of_order( $order, $kind ),
				__( 'It is made now, whatever moment and start date the settings give, and without waiting for the document that should come first.', 'orderinvoicer' ),
			],
			RowAct::AcceptRounding => [ $this->rounding( $task, $order ), ...$this->goes_on( $task, $order ) ],
			RowAct::RecordPayment => [ $this->recorded( $task, $order ) ],
			RowAct::MovePayment => [ $this->moved( $task, $order ) ],
			RowAct::Retry, RowAct::ChooseCustomer => $this->goes_on( $task, $order ),
			default          => array_merge( [], ...array_map( $asked, $this->questions ) ),
		};
	}

	/**
	 * The row is worked on again: after a repair, with the customer that a person chose, or although somebody had done
	 * it by hand.
	 *
	 * @return list<string>
	 */
	private function goes_on( Task $task, \WC_Order $order ): array {
		$kind = match ( $task->key->effect ) {
			Effect::ValidateInvoice, Effect::CreateInvoice       => DocumentKind::Invoice,
			Effect::ValidateCreditNote, Effect::CreateCreditNote => DocumentKind::CreditNote,
			default => null,
		};
		$how  = $kind === null || $this->stays_as_it_is( $task )
			? ''
			: (
				$task->key->effect->creates() === null
					? $this->at_once( $kind )
					: $this->how( $kind, $this->finalise( $kind, $task, $order ) )
			);
		return $kind === null || $how === ''
			? []
			: $this->told( $kind, $order, $this->total_of( $task, $order ), $how );
	}

	/** Both totals, and what lies between them. */
	private function rounding( Task $task, \WC_Order $order ): string {
		return sprintf(
			/* translators: 1: amount of money, 2: amount of money, 3: amount of money. */
			__( 'The total is %1$s, and the lines add up to %2$s: a row "Rounding" of %3$s makes them equal. This counts for this order alone.', 'orderinvoicer' ),
			$this->money( (string) $task->problem?->fact( 'order_total' ), $order ),
			$this->money( (string) $task->problem?->fact( 'document_total' ), $order ),
			$this->money( (string) $task->problem?->fact( 'amount' ), $order )
		);
	}

	/** Both documents, and what goes over. */
	private function moved( Task $task, \WC_Order $order ): string {
		return sprintf(
			/* translators: 1: amount of money, 2: number of an invoice, 3: number of another. */
			__( 'The payment of %1$s is taken off invoice %2$s, which its credit note then pays off. In Sellsy it is deleted with that customer and recorded anew, with the same day, on invoice %3$s for its customer.', 'orderinvoicer' ),
			$this->money( (string) $task->problem?->fact( 'amount' ), $order ),
			(string) $task->problem?->fact( 'old' ),
			(string) $task->problem?->fact( 'invoice' )
		);
	}

	private function recorded( Task $task, \WC_Order $order ): string {
		return sprintf(
			/* translators: %s: amount of money. */
			__( 'A payment of %s is recorded in Sellsy, and set against its document.', 'orderinvoicer' ),
			$this->money( RowAct::RecordPayment->shown( $task ), $order )
		);
	}

	/** It is final already, or made final by nobody but a person. */
	private function stays_as_it_is( Task $task ): bool {
		return $task->stays_draft() || ( $task->remote_number !== '' && ! $task->has_lost_its_document() );
	}

	/**
	 * For a document that a person asks for.
	 *
	 * @return list<string> empty where it does not become final.
	 */
	public function of_order( \WC_Order $order, DocumentKind $kind ): array {
		$how = $kind->is_validated() ? $this->how( $kind, $this->finalise( $kind, null, $order ) ) : '';
		return $how === ''
			? []
			: $this->told( $kind, $order, $this->money( (string) $order->get_total( 'edit' ), $order ), $how );
	}

	/** @return list<string> */
	private function reissued( Task $task, \WC_Order $order ): array {
		$only_if = __(
			'Only if the money was not given back. If it was, enter the refund in the shop again instead.',
			'orderinvoicer'
		);
		return [
			$this->about(
				DocumentKind::Invoice,
				$order,
				$this->money( (string) $order->get_remaining_refund_amount(), $order )
			),
			...( $task->key->effect->creates() === DocumentKind::Invoice ? [] : [ $only_if ] ),
			__( 'A credit note takes back all that is left of the final invoice, then the order is invoiced anew as it is now. This cannot be undone.', 'orderinvoicer' ),
			...$this->moved_payment_text->of( $task ),
		];
	}

	/** @return list<string> */
	private function told( DocumentKind $kind, \WC_Order $order, string $total, string $how ): array {
		return [ $this->about( $kind, $order, $total ), ...$this->doubts( $kind, $order ), $how ];
	}

	private function about( DocumentKind $kind, \WC_Order $order, string $total ): string {
		return $total === ''
			/* translators: 1: kind of document, such as Invoice, 2: name of a customer. */
			? sprintf( __( '%1$s for %2$s.', 'orderinvoicer' ), $this->names->kind( $kind ), $this->customer( $order ) )
			: sprintf(
				/*
				 * translators: 1: kind of document, such as Invoice, 2: name of a customer, 3: amount with its
				 * currency.
				 */
				__( '%1$s for %2$s: %3$s.', 'orderinvoicer' ),
				$this->names->kind( $kind ),
				$this->customer( $order ),
				$total
			);
	}

	private function customer( \WC_Order $order ): string {
		$named = array_filter(
			[
				$order->get_billing_company( 'edit' ),
				trim( "{$order->get_billing_first_name( 'edit' )} {$order->get_billing_last_name( 'edit' )}" ),
				$order->get_billing_email( 'edit' ),
			],
			PlainName::says_something( ... )
		);
		return array_values( $named )[0] ?? __( 'nobody (the order has no name)', 'orderinvoicer' );
	}

	/** @return list<string> */
	private function doubts( DocumentKind $kind, \WC_Order $order ): array {
		$start  = $this->settings->get()->workflow( $kind )->start_date;
		$placed = $order->get_date_created( 'edit' );
		$doubts = BelievedPayment::paid_at( $order ) === null
			? [ __( 'No payment of this order is known.', 'orderinvoicer' ) ]
			: [];
		if (
			$start !== ''
			&& $placed !== null
			&& $this->clock->day_of( \DateTimeImmutable::createFromMutable( $placed ) ) < $start
		) {
			$doubts[] = $this->problems->text(
				new Problem( ProblemCode::BeforeStartDate, [ 'start_date' => $start ] )
			);
		}
		return $doubts;
	}

	/** By the rule of the document, or the one that takes the order as it is. */
	private function finalise( DocumentKind $kind, ?Task $task, \WC_Order $order ): Finalise {
		$settings = $this->settings->get();
		$snapshot = $settings->has_rules() ? $this->snapshot( $order ) : null;
		return $snapshot === null
			? $settings->workflow( $kind )->finalise
			: DocumentRule::of( $kind, $task, $snapshot, $settings )->finalise;
	}

	/** Empty: a person makes it final. */
	private function how( DocumentKind $kind, Finalise $finalise ): string {
		$hours = $finalise->hours();
		return match ( true ) {
			$hours !== null => sprintf(
				/* translators: %s: number of hours. */
				_n(
					'It becomes final %s hour after it was made. Then Sellsy gives it its number.',
					'It becomes final %s hours after it was made. Then Sellsy gives it its number.',
					$hours,
					'orderinvoicer'
				),
				number_format_i18n( $hours )
			) . ' ' . $this->stays( $kind ),
			$finalise->value === Finalise::NOW     => $this->at_once( $kind ),
			$finalise->value === Finalise::MAPPING =>
				__( 'It becomes final once the order has the status that your settings name. Then Sellsy gives it its number.', 'orderinvoicer' )
					. ' ' . $this->stays( $kind ),
			default => '',
		};
	}

	private function at_once( DocumentKind $kind ): string {
		return __( 'Sellsy gives it its number at once.', 'orderinvoicer' ) . ' ' . $this->stays( $kind );
	}

	private function stays( DocumentKind $kind ): string {
		return $kind === DocumentKind::CreditNote
			? __( 'It is there to stay, and takes its amount off the invoice for good.', 'orderinvoicer' )
			: __(
				'It is there to stay: a mistake is put right by a further document, such as a credit note.',
				'orderinvoicer'
			);
	}

	/**
	 * The total of a draft, without what was taken off it; for a credit note, its refund. Empty where it is not known.
	 */
	private function total_of( Task $task, \WC_Order $order ): string {
		if ( $task->key->refund_id > 0 ) {
			$refund = wc_get_order( $task->key->refund_id );
			return $refund instanceof \WC_Order_Refund
				? $this->money( (string) $refund->get_amount( 'edit' ), $order )
				: '';
		}
		if ( ! in_array( $task->key->effect, [ Effect::CreateInvoice, Effect::ValidateInvoice ], true ) ) {
			return '';
		}
		if ( $order->get_refunds() === [] ) {
			return $this->money( (string) $order->get_total( 'edit' ), $order );
		}
		$snapshot = $this->snapshot( $order );
		$row_id   = $task->key->effect === Effect::ValidateInvoice ? $task->parent_id : $task->id;
		return $snapshot === null
			? ''
			: $this->money( $this->billable_order->invoice( $row_id, $snapshot )->total->to_string(), $order );
	}

	/** Null where it cannot be read: nothing is made of it before it was repaired, and asked about again. */
	private function snapshot( \WC_Order $order ): ?OrderSnapshot {
		try {
			return $this->orders->snapshot( $order->get_id() );
		} catch ( \InvalidArgumentException ) {
			return null;
		}
	}

	/** @param string $amount TTC, as WooCommerce stores it: it may have more decimals than can be paid. */
	private function money( string $amount, \WC_Order $order ): string {
		try {
			$currency = Currency::from_code( $order->get_currency( 'edit' ) );
			$minor    = Decimal::from_string( $amount )->rounded_minor( $currency->decimals, Rounding::HalfUp );
			return $this->amounts->with_code( $minor, $currency );
		} catch ( \InvalidArgumentException | \RangeException ) {
			return '';
		}
	}
}
