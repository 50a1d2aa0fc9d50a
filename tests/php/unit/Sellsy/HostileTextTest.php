<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Domain\Amounts\Totals;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Content\DocumentDetails;
use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Content\DraftRow;
use OrderInvoicer\Domain\Content\RowKind;
use OrderInvoicer\Domain\Customers\CustomerDraft;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Items\ItemDraft;
use OrderInvoicer\Domain\Items\ItemRef;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\Address;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Domain\Payments\PaymentDraft;
use OrderInvoicer\Domain\Taxes\TaxDraft;
use OrderInvoicer\Sellsy\Auth\AccountIdentity;
use OrderInvoicer\Sellsy\Auth\CredentialStore;
use OrderInvoicer\Sellsy\Auth\Credentials;
use OrderInvoicer\Sellsy\Mapping\AccountMapping;
use OrderInvoicer\Sellsy\Mapping\AddressMapping;
use OrderInvoicer\Sellsy\Mapping\CustomerMapping;
use OrderInvoicer\Sellsy\Mapping\DocumentMapping;
use OrderInvoicer\Sellsy\Mapping\ItemMapping;
use OrderInvoicer\Sellsy\Mapping\PaymentMapping;
use OrderInvoicer\Sellsy\Mapping\RowMapping;
use OrderInvoicer\Sellsy\Resources\AccountLists;
use OrderInvoicer\Sellsy\Resources\Documents;
use OrderInvoicer\Sellsy\SellsySteps;
use OrderInvoicer\Sellsy\Transport\HttpRequest;
use OrderInvoicer\Sellsy\V1\Documents\V1Documents;
use OrderInvoicer\Sellsy\V1\Documents\V1Mapping;
use OrderInvoicer\Sellsy\V1\V1Probe;

require_once __DIR__ . '/transients.php';

/** Every field of every body that goes to Sellsy, filled by somebody who means harm, or by an old import. */
final class HostileTextTest extends ClientTestCase {

	private const UNSEEN = '/[\x{00}-\x{08}\x{0B}-\x{1F}\x{7F}-\x{9F}\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2060}'
		. '\x{2066}-\x{2069}\x{FEFF}]/u';

	/** Notes are HTML: what was plain is escaped there. */
	private const HTML = [ 'note', 'notes' ];

	/** @dataProvider texts */
	public function test_no_field_brings_a_tag_or_what_cannot_be_seen( string $text, string $kept ): void {
		foreach ( $this->bodies( $text ) as $route => $body ) {
			$json = json_encode( $body, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE );
			self::assertStringContainsString( $kept, $json, "$route: the text itself." );
			$this->assert_harmless( json_decode( $json, true ), $route );
		}
	}

	/** @return iterable<string, array{string, string}> */
	public static function texts(): iterable {
		yield 'a picture' => [ 'Zoé <img src=x onerror=alert(1)>', 'Zoé' ];
		yield 'as entities' => [ 'Zoé &lt;img src=x onerror=alert(1)&gt;', 'Zoé' ];
		yield 'as entities of entities' => [ 'Zoé &amp;lt;img src=x onerror=alert(1)&amp;gt;', 'Zoé' ];
		yield 'never closed' => [ 'Zoé <img src=x onerror=alert(1) ', 'Zoé' ];
		yield 'a script' => [ 'Zoé<script>alert(1)</script>', 'Zoé' ];
		yield 'backwards' => [ "\u{202E}Z\u{2066}o\u{200F}é\u{200B}\x00 \u{FEFF}", 'Zoé' ];
		yield 'backwards as entities' => [ 'Z&#8238;o&#x200B;é', 'Zoé' ];
		yield 'no UTF-8' => [ "Zo\xE9", 'Zoé' ];
		yield 'long' => [ 'Zoé ' . str_repeat( 'é<b>', 9000 ), 'Zoé' ];
		yield 'sizes and sums' => [ 'Zoé <M> 5 < 6', 'Zoé' ];
	}

	/** @dataProvider texts */
	public function test_sellsys_limits_are_kept( string $text ): void {
		$contract = new SentContract();
		$address  = new Address(
			name: $text,
			company: $text,
			line_1: $text,
			line_2: $text,
			postcode: $text,
			city: $text,
			state: $text,
			country: 'FR'
		);
		$buyer    = new Buyer(
			user_id: 7,
			email: 'client@example.org',
			first_name: $text,
			last_name: $text,
			company: $text,
			phone: $text,
			siren: '',
			siret: '',
			vat_number: ''
		);
		$sent     = [
			'/companies'              => ( new CustomerMapping() )
				->body( new CustomerDraft( CustomerType::Company, 'SHOP-C7', $buyer ) ),
			'/individuals'            => ( new CustomerMapping() )
				->body( new CustomerDraft( CustomerType::Individual, 'SHOP-C7', $buyer ) ),
			'/contacts'               => ( new CustomerMapping() )->contact_body( $buyer, true ),
			'/companies/12/addresses' => ( new AddressMapping() )->body( $address ),
			'/items'                  => ( new ItemMapping() )->body(
				new ItemDraft(
					type: 'product',
					reference: $text,
					name: $text,
					price: Decimal::from_string( '1' ),
					tax_id: 3,
					price_includes_tax: false,
					description: $text
				)
			),
			'/invoices'               => $this->documents()->body( self::draft( DocumentKind::Invoice, $text ), [] ),
		];
		foreach ( $sent as $path => $body ) {
			self::assertSame(
				'',
				$contract->problem(
					new HttpRequest(
						method: 'POST',
						url: "https://api.test/v2$path",
						headers: [],
						body: (string) json_encode( $body )
					)
				),
				$path
			);
		}
	}

	public function test_a_text_that_comes_to_nothing_leaves_no_empty_field_where_sellsy_wants_one(): void {
		$nothing = "<b></b>\u{200B}";
		$row     = ( new RowMapping() )->body(
			new DraftRow(
				kind: RowKind::Priced,
				description: $nothing,
				reference: $nothing,
				quantity: Decimal::from_string( '1' ),
				unit_amount: Decimal::from_string( '1' ),
				total: 100,
				tax_id: 3
			)
		);
		self::assertSame( '-', $row['description'] );
		self::assertArrayNotHasKey( 'reference', $row );
		self::assertSame(
			'--',
			( new AddressMapping() )->body(
				new Address(
					name: $nothing,
					company: $nothing,
					line_1: $nothing,
					line_2: $nothing,
					postcode: '',
					city: '',
					state: '',
					country: 'FR'
				)
			)['name']
		);
		self::assertSame(
			'Zoé Client',
			( new AddressMapping() )->body(
				new Address(
					name: 'Zoé Client',
					company: $nothing,
					line_1: '1 rue',
					line_2: '',
					postcode: '',
					city: '',
					state: '',
					country: 'FR'
				)
			)['name']
		);
		$body = $this->documents()->body( self::draft( DocumentKind::Invoice, $nothing ), [] );
		self::assertArrayNotHasKey( 'note', $body );
		self::assertArrayNotHasKey( 'subject', $body );
	}

	/** @return array<string, mixed> by what takes them. */
	private function bodies( string $text ): array {
		$buyer  = new Buyer(
			user_id: 7,
			email: $text,
			first_name: $text,
			last_name: $text,
			company: $text,
			phone: $text,
			siren: $text,
			siret: $text,
			vat_number: $text
		);
		$bodies = [
			'company'    => ( new CustomerMapping() )
				->body( new CustomerDraft( CustomerType::Company, $text, $buyer ) ),
			'individual' => ( new CustomerMapping() )
				->body( new CustomerDraft( CustomerType::Individual, $text, $buyer ) ),
			'e-mail'     => ( new CustomerMapping() )->email( $text ),
			'contact'    => ( new CustomerMapping() )->contact_body( $buyer, true ),
			'address'    => ( new AddressMapping() )->body(
				new Address(
					name: $text,
					company: $text,
					line_1: $text,
					line_2: $text,
					postcode: $text,
					city: $text,
					state: $text,
					country: $text
				)
			),
			'person'     => ( new AddressMapping() )->body(
				new Address(
					name: $text,
					company: '',
					line_1: $text,
					line_2: '',
					postcode: $text,
					city: $text,
					state: '',
					country: 'FR'
				)
			),
			'item'       => ( new ItemMapping() )->body(
				new ItemDraft(
					type: 'product',
					reference: $text,
					name: $text,
					price: Decimal::from_string( '1' ),
					tax_id: 3,
					price_includes_tax: false,
					description: $text
				)
			),
			'payment'    => ( new PaymentMapping() )->body(
				new PaymentDraft(
					pays_back: false,
					method_id: 3,
					amount: Decimal::from_string( '1' ),
					currency: Currency::from_code( 'EUR' ),
					paid_at: new \DateTimeImmutable( '2026-11-01' ),
					number: $text,
					note: $text
				)
			),
			'tax'        => ( new AccountMapping() )
				->tax_body( TaxDraft::with_rate( $text, Decimal::from_string( '20' ) ) ?? self::fail( 'No tax.' ) ),
			'v1'         => $this->v1_params( self::draft( DocumentKind::Delivery, $text ) ),
			'v1 mail'    => $this->v1_mail( $text ),
		];
		foreach (
			[ DocumentKind::Estimate, DocumentKind::Order, DocumentKind::Invoice, DocumentKind::CreditNote ] as $kind
		) {
			$bodies[ $kind->value ]           = $this->documents()->body( self::draft( $kind, $text ), [] );
			$bodies[ "$kind->value, update" ] = $this->documents()->update( self::draft( $kind, $text ), [] );
		}
		return $bodies;
	}

	private function documents(): DocumentMapping {
		return new DocumentMapping( new RowMapping() );
	}

	private function v1_mapping(): V1Mapping {
		$identity = new AccountIdentity(
			new CredentialStore( new MemorySecrets(), new Credentials( 'id-1', 'secret-1' ) )
		);
		$lists    = new AccountLists(
			$this->client,
			new AccountMapping(),
			$identity,
			new V1Probe( $this->v1 )
		);
		return new V1Mapping( $lists );
	}

	/** @return array<string, mixed> */
	private function v1_params( DocumentDraft $draft ): array {
		$unit = [
			'id'    => 1,
			'label' => 'pièce',
		];
		$euro = [
			'id'   => 2,
			'code' => 'EUR',
		];
		foreach ( [ $euro, $unit, $unit ] as $one ) {
			$this->answer_list( [ $one ] ); // Nothing is kept here.
		}
		return $this->v1_mapping()->params( $draft );
	}

	/** @return array<mixed> */
	private function v1_mail( string $text ): array {
		$this->answer_v1( [] );
		$documents = new V1Documents( $this->v1, $this->v1_mapping() );
		( new SellsySteps( new Documents( $this->client ), $documents, $this->v1 ) )
			->send( DocumentKind::Invoice, 7, $text );
		parse_str( (string) $this->request( count( $this->transport->requests ) - 1 )->body, $form );
		return (array) json_decode( (string) $form['do_in'], true );
	}

	private static function draft( DocumentKind $kind, string $text ): DocumentDraft {
		$rows    = [
			new DraftRow(
				kind: RowKind::Priced,
				description: $text,
				reference: $text,
				quantity: Decimal::from_string( '3' ),
				unit_amount: Decimal::from_string( '8.325' ),
				total: 2498,
				tax_id: 3,
				item: new ItemRef( 17, 'product', 5 )
			),
			new DraftRow(
				kind: RowKind::Priced,
				description: $text,
				reference: $text,
				quantity: Decimal::from_string( '1' ),
				unit_amount: Decimal::from_string( '4.9' ),
				total: 490,
				tax_id: 3
			),
			new DraftRow( RowKind::Comment, $text ),
		];
		$details = new DocumentDetails(
			weight: Decimal::from_string( '1200' ),
			tracking_number: $text,
			tracking_url: "https://suivi.example/$text"
		);
		return new DocumentDraft(
			kind: $kind,
			key: $text,
			customer: new CustomerRef( CustomerType::Company, 12 ),
			contact_id: 44,
			invoicing_address_id: 91,
			delivery_address_id: 92,
			currency: Currency::from_code( 'EUR' ),
			date: '2026-11-24',
			subject: $text,
			note: $text,
			rows: $rows,
			totals: new Totals( 2988, 3586, [] ),
			rate_category_id: 1,
			owner_id: 2,
			model_id: null,
			payment_term_id: null,
			parent: null,
			details: $details
		);
	}

	private function assert_harmless( mixed $value, string $where ): void {
		foreach ( is_array( $value ) ? $value : [] as $name => $inner ) {
			$this->assert_harmless( $inner, "$where.$name" );
		}
		if ( ! is_string( $value ) ) {
			return;
		}
		$is_html = in_array( substr( $where, (int) strrpos( $where, '.' ) + 1 ), self::HTML, true )
			&& ! str_starts_with( $where, 'payment' );
		$plain   = $is_html
			? html_entity_decode( str_replace( '<br>', "\n", $value ), ENT_QUOTES | ENT_HTML5 )
			: $value;
		self::assertDoesNotMatchRegularExpression(
			'~<[a-z/!?]~i',
			$is_html ? str_replace( '<br>', '', $value ) : $value,
			$where
		);
		self::assertDoesNotMatchRegularExpression(
			'~<[a-z/!?]~i',
			html_entity_decode( html_entity_decode( $plain, ENT_QUOTES | ENT_HTML5 ), ENT_QUOTES | ENT_HTML5 ),
			"$where, decoded"
		);
		self::assertDoesNotMatchRegularExpression(
			self::UNSEEN,
			html_entity_decode( $plain, ENT_QUOTES | ENT_HTML5 ),
			$where
		);
	}
}
