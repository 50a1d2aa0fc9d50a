<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\TalkBack\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Site;
use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Assumptions\Observations;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Payments\LostPayments;
use OrderInvoicer\Domain\Seen\NewestPayments;
use OrderInvoicer\Domain\Seen\PaymentLink;
use OrderInvoicer\Domain\Seen\SeenPayment;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Work\CallBudget;

/**
 * New payments at Sellsy, down to the last one seen: the documents that they are set against are to be read.
 *
 * @assumes day-of-payment
 */
final class LookAtPayments {

	/** In one pass; where more is new, the next one goes on. */
	private const PAGES = 2;

	public function __construct(
		private readonly NewestPayments $payments,
		private readonly Looks $looks,
		private readonly DocumentEvents $events,
		private readonly OwnPayments $own,
		private readonly LostPayments $lost,
		private readonly Ledger $ledger,
		private readonly Site $site,
		private readonly Clock $clock,
		private readonly Observations $observations,
	) {}

	/** @throws RemoteFailure the next pass asks again. */
	public function run( CallBudget $calls ): void {
		$look = $this->looks->payments();
		$page = 0;
		while ( $look !== null && $page < self::PAGES && $calls->take() ) {
			$look = $this->read( $look, $calls );
			++$page;
		}
	}

	/**
	 * @return PaymentsLook|null null: there is no more, or another pass is at it.
	 * @throws RemoteFailure
	 */
	private function read( PaymentsLook $look, CallBudget $calls ): ?PaymentsLook {
		$asked_at = $this->clock->now();
		try {
			$page = $this->payments->page( $look->position );
		} catch ( RemoteFailure $failure ) {
			if ( $look->since === null ) {
				$this->looks->move_payments( $look, $look->begun_without( $this->since( $asked_at ) ) );
			} elseif ( $look->position !== '' && $failure->kind === FailureKind::Rejected ) {
				$this->looks->move_payments( $look, $look->again() );
			}
			throw $failure;
		}
		$newest = max( [ 0, ...array_column( $page->payments, 'id' ) ] );
		if ( ! $look->has_begun() ) {
			$this->looks->move_payments( $look, $look->begun( $newest, $asked_at, $this->since( $asked_at ) ) );
			return null;
		}
		$is_new = static fn ( SeenPayment $payment ): bool => $payment->id > $look->seen;
		$new    = array_values( array_filter( $page->payments, $is_new ) );
		$this->note( $new, $calls ); // Before the position: a pass that dies in between notes them once more.
		$next = count( $new ) < count( $page->payments ) || $new === [] ? '' : $page->next;
		$to   = $look->read_until( $next, $newest, $asked_at );
		return $this->looks->move_payments( $look, $to ) && $to->position !== '' ? $to : null;
	}

	/** All that was made since the account is the site's own is in it. Where nobody knows, the first look counts. */
	private function since( \DateTimeImmutable $now ): \DateTimeImmutable {
		return min( $this->site->known_since() ?? $now, $now );
	}

	/** @param list<SeenPayment> $payments */
	private function note( array $payments, CallBudget $calls ): void {
		$links = [];
		foreach ( $payments as $payment ) {
			foreach ( $payment->links as $link ) {
				$links[ $link->kind->value ][ $payment->id ][] = $link;
			}
		}
		$days = array_column( $payments, 'paid_at', 'id' );
		foreach ( $links as $of_kind ) {
			$own = $this->own_among( array_merge( ...$of_kind ) );
			foreach ( array_diff_key( $of_kind, array_flip( $own ) ) as $id => $its ) {
				$this->look_at_day( $days[ $id ] );
				foreach ( $its as $link ) {
					$this->events->note( $link->kind, $link->document_id );
					$this->beside( $id, $link, $calls );
				}
			}
		}
	}

	/** A payment that somebody entered by its day. One with an hour tells nothing. */
	private function look_at_day( ?\DateTimeImmutable $paid_at ): void {
		if ( $paid_at?->format( 'H:i:s' ) === '00:00:00' ) {
			$this->observations->saw( Assumption::DayOfPayment, true, 'midnight' );
		} elseif ( $paid_at?->format( 'i:s' ) === '00:00' && $this->clock->hour_of( $paid_at ) === 0 ) {
			$this->observations->saw( Assumption::DayOfPayment, false, 'another-zone' );
		}
	}

	/**
	 * Somebody recorded a payment on an invoice or credit note that the ledger holds one of: that one may have been
	 * taken off for it, and as much is due as before. A document whose payments Sellsy refuses to list is left: asked
	 * again in each pass, it would hide all later payments. What is due of it is still compared (`ReadDocument`).
	 *
	 * @throws RemoteFailure
	 */
	private function beside( int $payment_id, PaymentLink $link, CallBudget $calls ): void {
		$invoices = $link->kind->is_validated()
			? $this->ledger->holding( $link->kind->value, [ $link->document_id ] )
			: [];
		foreach ( $invoices as $invoice ) {
			try {
				$calls->spent( $this->lost->note( $invoice, $payment_id ) );
			} catch ( RemoteFailure $failure ) {
				if ( $failure->kind !== FailureKind::Rejected ) {
					throw $failure;
				}
			}
		}
	}

	/**
	 * @param non-empty-list<PaymentLink> $links of one kind.
	 * @return list<int> payments that we made for the orders of these documents.
	 */
	private function own_among( array $links ): array {
		$documents = array_values( array_unique( array_column( $links, 'document_id' ) ) );
		$rows      = $this->ledger->holding( $links[0]->kind->value, $documents );
		$orders    = array_map( static fn ( Task $task ): int => $task->key->order_id, $rows );
		return $this->own->of_orders( array_values( array_unique( $orders ) ) );
	}
}
