<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World\Fakes;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\RemoteAddress;
use OrderInvoicer\Domain\Buyers\RemoteContact;
use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Content\Invoicing;
use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\DocumentParties;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Documents\SubjectKey;
use OrderInvoicer\Domain\Documents\TaxAmount;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Tests\Unit\World\Sellsy;

/** Each row half up, VAT once per rate on the HT sum. */
final class FakeInvoicing implements Invoicing {

	/** @var list<DocumentDraft> as sent. */
	public array $created = [];

	/** @var list<DocumentDraft> as sent. */
	public array $updated = [];

	/** The document that Sellsy always answers with an error. */
	public int $unreadable = 0;

	/** Answers hold the objects that documents name. */
	public bool $embeds = true;

	/** The addresses that answers hold have other names. */
	public bool $strange_addresses = false;

	public bool $says_currency = true;

	/** Changes leave a document's parties as they were. */
	public bool $keeps_parties = false;

	/**
	 * @var array<int, array{CustomerRef, int|null, int|null, int|null}> customer, contact and addresses by document id.
	 */
	public array $parties = [];

	/** VAT is taken of each row, and not once for each tax. */
	public bool $takes_vat_of_rows = false;

	private int $numbers = 0;

	public function __construct(
		private readonly Sellsy $sellsy,
		private readonly FakeAccount $account,
		private readonly FakeClock $clock,
	) {}

	public function compute( DocumentDraft $draft ): ComputedDocument {
		return $this->sellsy->request( 'compute', fn(): ComputedDocument => $this->amounts( $draft ) );
	}

	public function create( DocumentDraft $draft ): RemoteDocument {
		return $this->sellsy->request(
			'create',
			function () use ( $draft ): RemoteDocument {
				$this->refuse_prospect( $draft );
				$id                             = $this->sellsy->next_id();
				$this->created[]                = $draft;
				$this->give_to( $id, $draft );
				$this->sellsy->documents[ $id ] = new RemoteDocument(
					kind: $draft->kind,
					id: $id,
					number: $draft->kind === DocumentKind::Proforma ? "PF-$id" : '',
					status: 'draft',
					key: self::key( $draft ),
					amounts: $this->sellsy->made_worth ?? $this->amounts( $draft ),
					created: $this->clock->now()->format( 'c' ),
					date: $draft->date,
					currency: $this->says_currency ? $draft->currency->code : '',
					subject_key: self::subject_key( $draft )
				);
				return $this->answer( $id );
			}
		);
	}

	public function update( int $id, DocumentDraft $draft ): RemoteDocument {
		return $this->sellsy->request(
			'update',
			function () use ( $id, $draft ): RemoteDocument {
				$old                            = $this->sellsy->documents[ $id ]
					?? throw new RemoteFailure( FailureKind::NotFound, 404 );
				$this->updated[]                = $draft;
				$this->give_to( $id, $draft );
				$this->sellsy->documents[ $id ] = new RemoteDocument(
					kind: $draft->kind,
					id: $id,
					number: $old->number,
					status: $old->status,
					key: self::key( $draft ),
					amounts: $this->amounts( $draft ),
					created: $old->created,
					date: $draft->date,
					currency: $draft->currency->code,
					subject_key: self::subject_key( $draft )
				);
				return $this->answer( $id );
			}
		);
	}

	public function get( DocumentKind $kind, int $id ): ?RemoteDocument {
		if ( $id === $this->unreadable ) {
			throw new RemoteFailure( FailureKind::OutcomeUnknown, 500 );
		}
		return $this->sellsy->read(
			'get_document',
			fn(): ?RemoteDocument => isset( $this->sellsy->documents[ $id ] ) ? $this->answer( $id ) : null
		);
	}

	public function find_by_key(
		DocumentKind $kind,
		CustomerRef $customer,
		string $key,
		\DateTimeImmutable $since,
	): array {
		return $this->sellsy->request(
			'find_by_key',
			fn(): array => array_values(
				array_filter(
					array_reverse( $this->sellsy->documents, true ),
					fn( RemoteDocument $document ): bool => $document->kind === $kind
						&& $document->bears( $key )
						&& $this->sellsy->is_indexed( $document->id )
						&& $this->sellsy->billed[ $document->id ] === Sellsy::key( $customer )
						&& new \DateTimeImmutable( $document->created ) >= $since
				)
			)
		);
	}

	public function validate( DocumentKind $kind, int $id, string $date ): RemoteDocument {
		return $this->sellsy->request(
			'validate',
			function () use ( $id, $date ): RemoteDocument {
				$draft = $this->sellsy->documents[ $id ];
				if ( ! $draft->is_draft() ) {
					throw new RemoteFailure( FailureKind::Rejected, 400 );
				}
				$this->sellsy->validated[] = $date;
				return $this->with_due( $this->finalised( $draft ) );
			}
		);
	}

	public function finalised( RemoteDocument $draft ): RemoteDocument {
		$number = sprintf( 'F-%04d', ++$this->numbers );
		$this->sellsy->documents[ $draft->id ] = new RemoteDocument(
			kind: $draft->kind,
			id: $draft->id,
			number: $number,
			status: 'due',
			key: $draft->key,
			amounts: $draft->amounts,
			created: $draft->created,
			date: $this->clock->today(),
			currency: $draft->currency,
			subject_key: $draft->subject_key
		);
		return $this->sellsy->documents[ $draft->id ];
	}

	/** Somebody edited the draft in Sellsy. */
	public function edited( int $id, string $excl_tax, string $incl_tax ): void {
		$old                            = $this->sellsy->documents[ $id ];
		$amounts                        = new ComputedDocument(
			[],
			Decimal::from_string( $excl_tax ),
			Decimal::from_string( $incl_tax )
		);
		$this->sellsy->documents[ $id ] = new RemoteDocument(
			kind: $old->kind,
			id: $id,
			number: $old->number,
			status: $old->status,
			key: $old->key,
			amounts: $amounts,
			created: $old->created,
			date: $old->date,
			currency: $old->currency,
			subject_key: $old->subject_key
		);
	}

	/** An invoice has a field for it, which the buyer's own number takes. */
	private static function key( DocumentDraft $draft ): string {
		return $draft->order_reference === '' ? $draft->key : $draft->order_reference;
	}

	private static function subject_key( DocumentDraft $draft ): string {
		return $draft->kind === DocumentKind::Invoice ? SubjectKey::read( $draft->subject ) : '';
	}

	/** Invoices and orders are for clients alone. */
	private function refuse_prospect( DocumentDraft $draft ): void {
		$customer = $this->sellsy->customers[ Sellsy::key( $draft->customer ) ] ?? null;
		if (
			$customer?->relation === 'prospect'
			&& in_array( $draft->kind, [ DocumentKind::Invoice, DocumentKind::Order ], true )
		) {
			throw new RemoteFailure( FailureKind::Rejected, 400 );
		}
	}

	private function give_to( int $id, DocumentDraft $draft ): void {
		if ( $this->keeps_parties && isset( $this->parties[ $id ] ) ) {
			return;
		}
		$this->sellsy->billed[ $id ] = Sellsy::key( $draft->customer );
		$this->parties[ $id ]        = [
			$draft->customer,
			$draft->contact_id,
			$draft->invoicing_address_id,
			$draft->delivery_address_id,
		];
	}

	private function with_due( RemoteDocument $document ): RemoteDocument {
		$due = $document->kind->is_validated() && $this->sellsy->due !== null
			? ( $this->sellsy->due )( $document->id )
			: null;
		return new RemoteDocument(
			...[
				...get_object_vars( $document ),
				'due' => $due,
			]
		);
	}

	/** With whom it names, as they are now. */
	private function answer( int $id ): RemoteDocument {
		$document = $this->with_due( $this->sellsy->documents[ $id ] );
		if ( ! isset( $this->parties[ $id ] ) || $document->kind->needs_v1() ) {
			return $document;
		}
		[ $ref, $contact, $invoicing, $delivery ] = $this->parties[ $id ];
		$addresses                                = $this->embeds
			? array_column( $this->sellsy->addresses[ Sellsy::key( $ref ) ] ?? [], null, 'id' )
			: [];
		$addresses                                = $this->strange_addresses
			? array_map( self::copied( ... ), $addresses )
			: $addresses;
		$parties                                  = new DocumentParties(
			ref: $ref,
			contact_id: $contact,
			invoicing_address_id: $invoicing,
			delivery_address_id: $delivery,
			customer: $this->embeds ? $this->sellsy->customers[ Sellsy::key( $ref ) ] ?? null : null,
			invoicing_address: $addresses[ $invoicing ?? 0 ] ?? null,
			delivery_address: $addresses[ $delivery ?? 0 ] ?? null,
			contact: $this->embeds && isset( $this->sellsy->contacts[ $contact ?? 0 ] )
				? new RemoteContact( (int) $contact, ...$this->sellsy->contact_names[ $contact ] ?? [ '', '' ] )
				: null
		);
		return new RemoteDocument(
			...[
				...get_object_vars( $document ),
				'parties' => $parties,
			]
		);
	}

	private static function copied( RemoteAddress $address ): RemoteAddress {
		return new RemoteAddress(
			id: $address->id + 1000,
			name: '',
			line_1: "Client\n$address->line_1",
			line_2: '',
			postcode: $address->postcode,
			city: $address->city,
			country: $address->country
		);
	}

	private function amounts( DocumentDraft $draft ): ComputedDocument {
		$decimals = $draft->currency->decimals;
		$totals   = [];
		$by_tax   = [];
		$ht       = Decimal::zero();

		$rows_by_tax = [];
		foreach ( $draft->rows as $row ) {
			if ( $row->quantity === null || $row->unit_amount === null ) {
				$totals[] = null;
				continue;
			}
			$total                  = $row->unit_amount->round( $this->sellsy->decimals, Rounding::HalfUp )
				->times( $row->quantity )
				->round( $decimals, Rounding::HalfUp );
			if ( $row->eco?->is_field === true && $this->sellsy->eco_tax === 'refuse' ) {
				throw new RemoteFailure( FailureKind::Rejected, 400 );
			}
			if ( $row->eco?->is_field === true && $this->sellsy->eco_tax === 'fail' ) {
				throw new RemoteFailure( FailureKind::OutcomeUnknown, 500 );
			}
			if ( $row->eco?->is_field === true && $this->sellsy->eco_tax === 'add' ) {
				$total = $total->plus( $row->eco->unit->times( $row->quantity ) );
			}
			$totals[]               = $total;
			$ht                     = $ht->plus( $total );
			$by_tax[ $row->tax_id ] = ( $by_tax[ $row->tax_id ] ?? Decimal::zero() )->plus( $total );

			$rows_by_tax[ $row->tax_id ][] = $total;
		}
		$ttc   = $ht;
		$taxes = [];
		foreach ( $this->account->taxes() as $tax ) {
			$base  = $by_tax[ $tax->id ] ?? Decimal::zero();
			$bases = $this->takes_vat_of_rows ? $rows_by_tax[ $tax->id ] ?? [] : [ $base ];
			$vat   = Decimal::zero();
			foreach ( $bases as $one ) {
				$vat = $vat->plus(
					$one->times( $tax->rate )->divided_by( Decimal::of_int( 100 ), $decimals, Rounding::HalfUp )
				);
			}
			$ttc  = $ttc->plus( $vat );
			if ( isset( $by_tax[ $tax->id ] ) ) {
				$taxes[] = new TaxAmount( $tax->id, $tax->rate, $vat, $base );
			}
		}
		return new ComputedDocument( row_totals: $totals, excl_tax: $ht, incl_tax: $ttc, taxes: $taxes );
	}
}
