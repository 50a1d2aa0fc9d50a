<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Buyers;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Buyers\LegalNumbers;
use OrderInvoicer\Domain\Buyers\RemoteAddress;
use OrderInvoicer\Domain\Buyers\Siren;
use OrderInvoicer\Domain\Buyers\Siret;
use OrderInvoicer\Domain\Buyers\VatNumber;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Order\Address;
use OrderInvoicer\Domain\Order\Buyer;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** tests/fixtures/buyer-table.php: whom the document of each order names. */
final class BuyerTableTest extends TestCase {

	private const HOME = '1 rue de la Paix|75002|Paris|FR';

	private World $world;

	/** @var array<string, string> customers by their name in the table. */
	private array $known = [];

	/** @param array<string, mixed> $sequence */
	#[DataProvider( 'sequences' )]
	public function test_the_document_names_the_buyer_of_its_order(
		array $sequence,
		bool $all_first,
		bool $minds_case,
	): void {
		$this->world                     = new World( true );
		$this->world->sellsy->minds_case = $minds_case;
		foreach ( $sequence['clients'] ?? [] as $name => $client ) {
			$this->has_client( $name, $client );
		}
		foreach ( $sequence['orders'] as $place => $order ) {
			$this->order( $place + 1, $order[0] );
			$this->world->fire( $place + 1 );
			if ( ! $all_first ) {
				$this->work( $place + 1, $order['answer'] ?? '' );
			}
		}
		foreach ( array_keys( $sequence['orders'] ) as $place ) {
			$this->work( $place + 1, $sequence['orders'][ $place ]['answer'] ?? '' );
		}
		foreach ( $sequence['orders'] as $place => $order ) {
			$expected = $minds_case ? $sequence['exact'][ $place ] ?? $order[1] : $order[1];
			self::assertSame(
				$expected,
				$this->named( $place + 1, $expected ),
				sprintf( 'Order %d: %s', $place + 1, $sequence['why'] )
			);
			$notes = array_values(
				array_filter(
					$this->world->shop->notes,
					static fn ( string $note ): bool => $note === ( $place + 1 ) . ' ' . ( $order[2] ?? '' )
				)
			);
			self::assertCount(
				isset( $order[2] ) ? 1 : 0,
				$notes,
				'What the order says: ' . implode( ', ', $this->world->shop->notes )
			);
		}
		$references = array_filter(
			array_map( static fn ( $customer ): string => $customer->reference, $this->world->sellsy->customers )
		);
		self::assertSame( $references, array_unique( $references ), 'No two customers have one reference.' );
	}

	/** @return iterable<string, array{array<string, mixed>, bool, bool}> */
	public static function sequences(): iterable {
		foreach ( require dirname( __DIR__, 4 ) . '/fixtures/buyer-table.php' as $name => $sequence ) {
			$is_answered = array_filter(
				$sequence['orders'],
				static fn ( array $order ): bool => isset( $order['answer'] )
			) !== [];
			yield $name => [ $sequence, false, true ];
			yield "$name, whatever the case" => [ $sequence, false, false ];
			if ( ! $is_answered ) {
				yield "$name, all placed first" => [ $sequence, true, true ];
			}
		}
	}

	public function test_the_table_is_large_and_gives_reasons(): void {
		$table = require dirname( __DIR__, 4 ) . '/fixtures/buyer-table.php';
		self::assertGreaterThanOrEqual( 80, count( $table ) );
		self::assertGreaterThanOrEqual(
			30,
			count( array_filter( $table, static fn ( array $sequence ): bool => $sequence['on_woocommerce'] ?? false ) )
		);
		self::assertSame(
			[],
			array_filter( $table, static fn ( array $sequence ): bool => mb_strlen( $sequence['why'] ) < 10 )
		);
	}

	/** @param array<int|string, string> $client */
	private function has_client( string $name, array $client ): void {
		$ref = new CustomerRef( CustomerType::from( $client[0] ), $this->world->sellsy->next_id() );
		$this->world->sellsy->has_customer(
			$ref,
			$client[2],
			'',
			'client',
			substr( $client['siret'] ?? '', 0, 9 ),
			$client['siret'] ?? '',
			$client[1]
		);
		if ( isset( $client['at'] ) ) {
			[ $street, $postcode, $city, $country ] = explode( '|', $client['at'] );

			$this->world->sellsy->addresses[ "$client[0]$ref->id" ] = [
				new RemoteAddress(
					id: $this->world->sellsy->next_id(),
					name: $client[1],
					line_1: $street,
					line_2: '',
					postcode: $postcode,
					city: $city,
					country: $country
				),
			];
		}
		if ( isset( $client['contact'] ) ) {
			$contact = $this->world->sellsy->next_id();

			$this->world->sellsy->contacts[ $contact ]   = $client['contact'];
			$this->world->sellsy->contact_of[ $contact ] = $ref;
		}
		$this->known[ "$client[0]$ref->id" ] = $name;
	}

	/** @param array<string, string|int> $typed */
	private function order( int $id, array $typed ): void {
		[ $street, $postcode, $city, $country ] = explode( '|', (string) ( $typed['at'] ?? self::HOME ) );
		[ $numbers, $contradicts ]              = LegalNumbers::agreed(
			Siren::read( (string) ( $typed['siret'] ?? '' ) ),
			Siret::read( (string) ( $typed['siret'] ?? '' ) ),
			VatNumber::read( (string) ( $typed['vat'] ?? '' ), $country )
		);
		$buyer                                  = new Buyer(
			user_id: (int) $typed['user'],
			email: (string) $typed['email'],
			first_name: (string) $typed['first'],
			last_name: (string) $typed['last'],
			company: (string) $typed['company'],
			phone: '',
			siren: $numbers->siren,
			siret: $numbers->siret,
			vat_number: $numbers->vat_number,
			is_contradictory: $contradicts
		);
		$order                                  = $this->world->order( $id, $buyer );

		$this->world->shop->orders[ $id ] = new OrderSnapshot(
			...[
				...get_object_vars( $order ),
				'billing' => new Address(
					name: $buyer->person(),
					company: $buyer->company,
					line_1: $street,
					line_2: '',
					postcode: $postcode,
					city: $city,
					state: '',
					country: $country
				),
			]
		);
	}

	private function work( int $id, string $answer ): void {
		$this->world->due->run( 50 );
		if ( $answer === '' ) {
			return;
		}
		$row = $this->world->ledger->find_by_key( new TaskKey( $id, Effect::CreateInvoice ) );
		if ( $row === null || $row->remote_id > 0 ) {
			return;
		}
		$chosen = array_search( $answer, $this->known, true );
		$this->world->choose->choose(
			$row->id,
			$chosen === false ? null : $this->world->sellsy->customers[ $chosen ]->ref
		);
		$this->world->due->run( 50 );
	}

	/** In the table's words. A customer that is met for the first time must bear the order's name. */
	private function named( int $id, string $expected ): string {
		$row      = $this->world->ledger->find_by_key( new TaskKey( $id, Effect::CreateInvoice ) );
		$customer = $this->world->sellsy->billed[ $row->remote_id ?? 0 ] ?? '';
		if ( $customer === '' ) {
			return match ( $row?->problem?->code->value ) {
				'several_customers'   => 'ask several',
				'customer_other_kind' => 'ask kind',
				'customer_nameless'   => 'nameless',
				default               => $row?->problem?->code->value ?? 'nothing',
			};
		}
		if ( ! isset( $this->known[ $customer ] ) && ! in_array( $expected, $this->known, true ) ) {
			$this->known[ $customer ] = $expected;
			self::assertSame(
				$this->world->shop->orders[ $id ]->buyer->name(),
				$this->world->sellsy->customers[ $customer ]->name
			);
		}
		return $this->known[ $customer ] ?? "another: $customer";
	}
}
