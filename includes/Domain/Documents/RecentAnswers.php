<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Documents;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\RemoteCustomer;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\System\Clock;

/**
 * What Sellsy has just told this process about the documents of one order, so that the task that follows at once need
 * not ask again. Short on purpose: it is dropped with the next order's task, with a task that did not end well, with
 * the end of the run and after a few seconds. Whoever uses it compares it with the ledger and asks Sellsy where it does
 * not fit.
 */
final class RecentAnswers {

	/** Seconds for which an answer counts as just given. */
	private const KEPT = 10;

	private int $order_id = 0;

	private bool $is_kept = false;

	/** @var array<string, array{RemoteDocument, int}> answer and moment by kind and id. */
	private array $documents = [];

	/** @var array<string, array{Decimal, int}> TTC and moment by kind and id. */
	private array $dues = [];

	/** @var array<string, int> moment by kind and id of what this process made final. */
	private array $final = [];

	public function __construct( private readonly Clock $clock ) {}

	/**
	 * A task of this order begins: what was told before counts where the task before it was the same order's and ended
	 * well.
	 *
	 * @return bool whether it was.
	 */
	public function go_on_with( int $order_id ): bool {
		$goes_on = $this->is_kept && $this->order_id === $order_id;
		if ( ! $goes_on ) {
			$this->forget();
		}
		$this->order_id = $order_id;
		$this->is_kept  = false;
		return $goes_on;
	}

	/** The task ended well. */
	public function keep(): void {
		$this->is_kept = true;
	}

	public function forget(): void {
		$this->order_id  = 0;
		$this->documents = [];
		$this->dues      = [];
		$this->final     = [];
		$this->is_kept   = false;
	}

	/** @param RemoteDocument $document as Sellsy answered it to a request about it alone, not as one of a list. */
	public function tell( RemoteDocument $document ): void {
		if ( $this->order_id === 0 ) {
			return; // Nobody's task: what a person looks at is always asked for.
		}
		$this->documents[ self::key( $document->kind, $document->id ) ] = [ $document, $this->now() ];
		if ( $document->due !== null ) {
			$this->tell_due( $document->kind, $document->id, $document->due );
		}
	}

	/** @param Decimal $due TTC that is left of it. */
	public function tell_due( DocumentKind $kind, int $id, Decimal $due ): void {
		if ( $this->order_id !== 0 ) {
			$this->dues[ self::key( $kind, $id ) ] = [ $due, $this->now() ];
		}
	}

	/** This process made it final. */
	public function tell_final( RemoteDocument $document ): void {
		$this->tell( $document );
		if ( $document->due?->equals( $document->amounts->incl_tax ) !== false ) {
			$this->final[ self::key( $document->kind, $document->id ) ] = $this->now();
		}
	}

	/** It became final a moment ago, by this process, and nothing was set against it. */
	public function is_just_final( DocumentKind $kind, int $id ): bool {
		return $this->now() - ( $this->final[ self::key( $kind, $id ) ] ?? 0 ) < self::KEPT;
	}

	/** Null: Sellsy has to be asked. */
	public function document( DocumentKind $kind, int $id ): ?RemoteDocument {
		[ $document, $at ] = $this->documents[ self::key( $kind, $id ) ] ?? [ null, 0 ];
		return $this->now() - $at < self::KEPT ? $document : null;
	}

	/** What was told last; null: nothing was, just now. */
	public function latest(): ?RemoteDocument {
		$last              = array_key_last( $this->documents );
		[ $document, $at ] = $last === null ? [ null, 0 ] : $this->documents[ $last ];
		return $this->now() - $at < self::KEPT ? $document : null;
	}

	/** As a document has just told; null: Sellsy has to be asked. */
	public function customer( CustomerRef $ref ): ?RemoteCustomer {
		foreach ( array_reverse( $this->documents ) as [ $document, $at ] ) {
			$customer = $document->parties?->customer;
			if ( $this->now() - $at < self::KEPT && $customer?->ref->facts() === $ref->facts() ) {
				return $customer;
			}
		}
		return null;
	}

	/** TTC that is left of it; null: Sellsy has to be asked. */
	public function due( DocumentKind $kind, int $id ): ?Decimal {
		[ $due, $at ] = $this->dues[ self::key( $kind, $id ) ] ?? [ null, 0 ];
		return $this->now() - $at < self::KEPT ? $due : null;
	}

	/** Something was set against it, or may have been. */
	public function forget_due( DocumentKind $kind, int $id ): void {
		unset( $this->dues[ self::key( $kind, $id ) ] );
	}

	private function now(): int {
		return $this->clock->now()->getTimestamp();
	}

	private static function key( DocumentKind $kind, int $id ): string {
		return "$kind->value-$id";
	}
}
