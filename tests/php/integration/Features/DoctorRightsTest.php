<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Features;

use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Features\Doctor\DoctorReport;
use OrderInvoicer\Features\Doctor\Kept\Record;
use OrderInvoicer\Sellsy\Rights\Privilege;
use OrderInvoicer\Tests\Integration\Engine\Cuts;
use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\Wiring\Adapters;
use OrderInvoicer\WordPress\Options\FreshOptions;
use OrderInvoicer\WordPress\Options\OptionPauses;
use OrderInvoicer\WordPress\Queue\Wakeups;
use OrderInvoicer\WordPress\Tables\Sql;
use PHPUnit\Framework\Attributes\Group;

/** An access that may not all: what is missing is named, what was not seen too, and no document is wrong for it. */
final class DoctorRightsTest extends DoctorTestCase {

	private const UNSEEN = 'Not seen done with this access yet: ';

	/** What Sellsy refuses to whom it is withheld from, in the order of the privileges; empty: it cannot be seen. */
	private const OPERATIONS = [
		[ 'POST /companies/search', 'POST /individuals/search', 'GET /companies/{id}', 'GET /individuals/{id}' ],
		[ 'POST /companies', 'POST /individuals' ],
		[ 'POST /contacts/search', 'GET /contacts/{id}' ],
		[ 'POST /contacts' ],
		[ 'GET /invoices', 'POST /invoices/search', 'POST /invoices', 'POST /invoices/compute' ],
		[ 'GET /invoices', 'POST /invoices/search', 'GET /invoices/{id}' ],
		[ 'POST /invoices' ],
		[ 'POST /invoices/{id}/validate' ],
		[ 'POST /credit-notes/search', 'GET /credit-notes/{id}' ],
		[ 'POST /credit-notes' ],
		[ 'POST /credit-notes/{id}/validate' ],
		[ 'POST /orders/search', 'GET /orders/{id}' ],
		[ 'POST /orders' ],
		[],
		[ 'POST /documents/models/search' ],
		[],
		[ 'POST /items' ],
		[ 'PUT /items/{id}' ],
		[],
	];

	/** Without them a first invoice cannot be made and finished. */
	private const OF_INVOICES = [ 0, 1, 4, 6, 7 ];

	/** Of each kind; by night each one alone and more sets. */
	private const DRAWN          = 2;
	private const DRAWN_BY_NIGHT = 20;

	private SandboxShop $shop;

	protected function setUp(): void {
		parent::setUp();
		$this->sign_in_as_admin();
		$this->shop = new SandboxShop( $this->sandbox );
	}

	public function test_what_nobody_saw_this_access_do_is_said_and_drafts_show_it(): void {
		$this->withhold( [] );

		$record = $this->examine();

		$text = $this->report()->text( $record );
		self::assertStringContainsString(
			self::UNSEEN . 'create invoices, finalise invoices, create credit notes, finalise credit notes, record'
				. ' payments. The trial with drafts shows it',
			$text
		);
		self::assertStringNotContainsString( 'This access, or its person', $text );
		self::assertSame( DoctorReport::AS_EXPECTED, $this->report()->exit_code( $record ) );

		$record = $this->examine( drafts: true );

		self::assertStringNotContainsString( self::UNSEEN, $this->report()->text( $record ) );
	}

	/** Where Sellsy says nothing of the person, the refusal alone shows it. */
	public function test_a_right_to_make_invoices_that_is_missing_is_never_called_fine(): void {
		$this->sandbox->call( 'POST', '/_sandbox/options', [ 'staffs_restricted' => true ] );
		$this->deny( 'POST /invoices' );

		self::assertStringContainsString( self::UNSEEN . 'create invoices', $this->report()->text( $this->examine() ) );

		$text = $this->report()->text( $this->examine( drafts: true ) );
		self::assertStringContainsString( '    – create invoices (invoices.write)', $text );
		self::assertStringNotContainsString( self::UNSEEN . 'create invoices', $text );
	}

	/** A run that asks only what is not known does not see it again. */
	public function test_a_right_that_is_missing_is_named_until_it_is_seen_again(): void {
		$this->withhold( [] );
		$this->examine();
		$this->deny( 'POST /webhooks', 'POST /items' );
		$missing = $this->missing( $this->examine( again: true ) );
		self::assertContains( 'webhooks.write', $missing );

		$record = $this->examine();

		self::assertSame( $missing, $this->missing( $record ) );
		self::assertSame( DoctorReport::OTHERWISE, $this->report()->exit_code( $record ) );
		$this->deny();
		self::assertSame( [], $this->missing( $this->examine( again: true ) ) );
	}

	/** The first document that is made takes it back. */
	public function test_what_was_refused_once_is_seen_by_the_first_success(): void {
		$this->deny( 'POST /invoices' );
		$this->examine( drafts: true );
		$this->deny();

		$text = $this->report()->text( $this->examine( drafts: true ) );

		self::assertStringNotContainsString( 'This access, or its person', $text );
		self::assertStringNotContainsString( 'create invoices', $text );
	}

	/** A few that are drawn; `ORDERINVOICER_WALK=whole`: each alone, and sets of ten. */
	#[Group( 'walks' )]
	public function test_those_that_are_missing_are_named_and_no_other(): void {
		$seed = random_int( 1, 1_000_000 );
		mt_srand( $seed );
		foreach ( $this->drawn() as $missing ) {
			$name = "Seed $seed, without " . implode( ', ', $missing );
			$this->withhold( $missing );

			$record = $this->examine( again: true );

			self::assertTrue( $record->run?->is_over(), $name );
			self::assertSame( $this->expected( $missing ), $this->missing( $record ), $name );
		}
	}

	/** Each document stops with the right that is missing, and is made once when it is given; nothing twice. */
	#[Group( 'walks' )]
	public function test_an_order_says_what_is_missing_and_is_made_once_it_is_given(): void {
		$seed = random_int( 1, 1_000_000 );
		mt_srand( $seed );
		foreach ( $this->drawn() as $missing ) {
			$name = "Seed $seed, without " . implode( ', ', $missing );
			$this->withhold( $missing );
			$order = $this->shop->order();
			$order->payment_complete();
			$this->passes();

			$needs = array_intersect( self::OF_INVOICES, $missing );
			self::assertTrue( $needs === [] || ! $this->shop->is_finished( $order ), $name );
			if ( ! $this->shop->is_finished( $order ) ) {
				$why   = $this->why( $order );
				$words = $this->expected( $missing );
				$named = array_filter( $words, static fn ( string $one ): bool => str_contains( $why, $one ) );
				self::assertNotSame( [], $named, "$name: $why" );
			}

			$this->deny();
			self::assertSame( 'connected', orderinvoicer_demo_call( 'POST', '/connection/test' )['state'], $name );
			$this->passes();

			self::assertTrue( $this->shop->is_finished( $order ), $name );
			$invoices = (array) $this->sandbox->state()['invoices'];
			self::assertCount( 3, $invoices, $name );
			$total = Decimal::from_string( (string) end( $invoices )['amounts']['total_incl_tax'] );
			self::assertTrue( $total->equals( Decimal::from_string( $order->get_total() ) ), $name );
		}
	}

	/** What the order's rows say, and what their kinds of work wait for. */
	private function why( \WC_Order $order ): string {
		global $wpdb;
		$text     = ( new Adapters( $wpdb ) )->problem_text();
		$pauses   = new OptionPauses( new FreshOptions( new Sql( $wpdb ) ) );
		$problems = array_map(
			static fn ( Task $task ): ?Problem => $task->problem ?? $pauses->pause( $task->key->effect )?->problem,
			$this->shop->rows( $order )
		);
		return implode( ' ', array_map( $text->sentences( ... ), array_values( array_filter( $problems ) ) ) );
	}

	private function passes(): void {
		for ( $pass = 0; $pass < 4; ++$pass ) {
			$this->shop->make_all_due();
			do_action( Wakeups::SWEEP );
		}
	}

	/** @return list<list<int>> */
	private function drawn(): array {
		$all  = array_keys( self::OPERATIONS );
		$ones = array_map( static fn ( int $one ): array => [ $one ], $all );
		$sets = [];
		foreach ( range( 1, Cuts::are_all() ? self::DRAWN_BY_NIGHT : self::DRAWN ) as $ignored ) {
			shuffle( $all );
			$sets[] = array_slice( $all, 0, 9 ); // Ten are left.
		}
		shuffle( $ones );
		return [ ...( Cuts::are_all() ? $ones : array_slice( $ones, 0, self::DRAWN ) ), ...$sets ];
	}

	/** @param list<int> $privileges by their place; others are given. */
	private function withhold( array $privileges ): void {
		$this->shop->connect();
		$this->shop->settle_everything();
		$this->shop->change_settings( [ 'creditnote' => $this->shop->like_invoice( 'confirmed' ) ] );
		$this->sell();
		$this->sandbox->call( 'POST', '/_sandbox/options', [ 'whole_acl' => true ] );
		$denied = array_map( static fn ( int $one ): array => self::OPERATIONS[ $one ], $privileges );
		$this->deny( ...array_merge( [], ...$denied ) );
	}

	/**
	 * Those that this shop needs and that can be seen: it makes no orders at Sellsy.
	 *
	 * @param list<int> $missing
	 * @return list<string>
	 */
	private function expected( array $missing ): array {
		$seen = array_diff( $missing, [ 11, 12, 13, 15, 18 ] );
		if ( array_intersect( [ 4, 5 ], $seen ) !== [] ) { // Sellsy has one word for both.
			array_push( $seen, 4, 5 );
		}
		if ( in_array( 4, $seen, true ) && in_array( 4, $missing, true ) ) {
			$seen[] = 6;
		}
		$words = array_map( static fn ( int $one ): string => Privilege::all()[ $one ]->words, array_unique( $seen ) );
		sort( $words );
		return $words;
	}

	/** @return list<string> */
	private function missing( Record $record ): array {
		$names = $this->report()->data( $record )['rights']['missing'];
		sort( $names );
		return $names;
	}
}
