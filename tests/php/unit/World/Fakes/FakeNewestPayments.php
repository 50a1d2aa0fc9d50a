<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World\Fakes;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Seen\NewestPayments;
use OrderInvoicer\Domain\Seen\PaymentLink;
use OrderInvoicer\Domain\Seen\PaymentsPage;
use OrderInvoicer\Domain\Seen\SeenPayment;
use OrderInvoicer\Tests\Unit\World\Sellsy;

/** Payments of everybody: ours, and what people recorded in Sellsy. Its calls are counted apart. */
final class FakeNewestPayments implements NewestPayments {

	/** Payments on a page. */
	public int $page = 100;

	/** @var list<string> */
	public array $asked = [];

	/** How the next calls fail; null: one that does not. @var list<FailureKind|null> */
	public array $fails = [];

	public function __construct(
		private readonly Sellsy $sellsy,
		private readonly FakePayments $payments,
	) {}

	/** Somebody records a payment in Sellsy and sets it against a document. */
	public function by_hand(
		int $document_id,
		string $amount,
		bool $is_confirmed = true,
		string $currency = 'EUR',
		string $total = '',
		bool $is_debit = false,
		?\DateTimeImmutable $paid_at = null,
	): int {
		$id = $this->sellsy->next_id();
		$this->payments->by_hand[ $id ] = [
			'customer' => $this->sellsy->billed[ $document_id ] ?? '',
			'status'   => $is_confirmed ? 'confirmed' : 'pending',
			'currency' => $currency,
			'total'    => $total === '' ? $amount : $total,
			'is_debit' => $is_debit,
			'paid_at'  => $paid_at ?? new \DateTimeImmutable( '2026-03-01' ),
		];
		$this->payments->links[ $document_id ][ $id ] = $amount;
		return $id;
	}

	public function page( string $position ): PaymentsPage {
		$this->call( trim( "page $position" ) );
		$ids = [ ...array_keys( $this->payments->by_hand ), ...array_keys( $this->payments->made ) ];
		rsort( $ids );
		$from = (int) $position;
		return new PaymentsPage(
			array_map( $this->seen( ... ), array_slice( $ids, $from, $this->page ) ),
			$from + $this->page < count( $ids ) ? (string) ( $from + $this->page ) : ''
		);
	}

	public function of_document( DocumentKind $kind, int $id ): array {
		$this->call( "of $kind->value $id" );
		return array_map( $this->seen( ... ), array_keys( $this->payments->links[ $id ] ?? [] ) );
	}

	public function payment( int $id ): SeenPayment {
		$this->call( "payment $id" );
		return $this->seen( $id );
	}

	private function seen( int $id ): SeenPayment {
		$hand  = $this->payments->by_hand[ $id ] ?? null;
		$links = [];
		foreach ( $this->payments->links as $document_id => $amounts ) {
			if ( isset( $amounts[ $id ], $this->sellsy->documents[ $document_id ] ) ) {
				$links[] = new PaymentLink(
					$this->sellsy->documents[ $document_id ]->kind,
					$document_id,
					Decimal::from_string( $amounts[ $id ] )
				);
			}
		}
		return new SeenPayment(
			id: $id,
			counts: $hand === null || ( $hand['status'] === 'confirmed' && ! $hand['is_debit'] ),
			currency: $hand['currency'] ?? $this->payments->made[ $id ]['draft']->currency->code,
			amount: $hand === null
				? $this->payments->made[ $id ]['draft']->amount
				: Decimal::from_string( $hand['total'] ),
			paid_at: $hand['paid_at'] ?? new \DateTimeImmutable( '2026-03-01' ),
			links: $links,
			is_debit: $hand['is_debit'] ?? false,
			may_come: $hand !== null && $hand['status'] === 'pending' && ! $hand['is_debit'],
		);
	}

	private function call( string $name ): void {
		$this->asked[] = $name;
		$failure       = array_shift( $this->fails );
		if ( $failure !== null ) {
			throw new RemoteFailure( $failure, 0, $name );
		}
	}
}
