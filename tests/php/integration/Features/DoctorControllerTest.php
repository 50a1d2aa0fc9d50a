<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Features;

use OrderInvoicer\Tests\Integration\Engine\SandboxShop;
use OrderInvoicer\Tests\Integration\Rest\RestTestCase;
use OrderInvoicer\WordPress\Queue\ActionSchedulerQueue;
use PHPUnit\Framework\Attributes\Group;

/** The trial of the account by its page, and by Action Scheduler once nobody looks. */
final class DoctorControllerTest extends RestTestCase {

	private const STEPS = 60;

	public function test_the_page_begins_it_and_takes_it_as_far_as_it_comes_at_once(): void {
		( new SandboxShop( $this->allow_sandbox() ) )->connect();
		$this->sign_in( 'shop_manager' );
		$before = $this->valid( $this->call( 'GET', '/doctor' ), 'doctor' );
		self::assertSame( [ 'never', [] ], [ $before['state'], $before['answers'] ] );

		$begun = $this->valid( $this->call( 'POST', '/doctor', [] ), 'doctor' );
		self::assertSame( 'running', $begun['state'] );
		self::assertGreaterThan( 5, $begun['steps'] );
		$now = $this->steps( $begun['done'] );

		self::assertSame( [ 'over', $now['steps'] ], [ $now['state'], $now['done'] ] );
		self::assertNotSame( [], $now['answers'] );
		foreach ( $now['answers'] as $answer ) {
			self::assertNotSame( $answer['name'], $answer['question'], 'It has no words.' );
		}
		self::assertSame( $now, $this->valid( $this->call( 'GET', '/doctor' ), 'doctor' ) );
	}

	public function test_the_page_leads_to_each_draft_that_was_asked_for(): void {
		( new SandboxShop( $this->allow_sandbox() ) )->connect();
		$this->sign_in( 'shop_manager' );
		$begun = $this->valid( $this->call( 'POST', '/doctor', [ 'drafts' => true ] ), 'doctor' );
		$now   = $this->steps( $begun['done'] );

		self::assertSame( 'over', $now['state'] );
		self::assertSame(
			[ 'Client', 'Invoice', 'Credit note', 'Estimate', 'Sales order' ],
			array_column( $now['left'], 'name' )
		);
		self::assertStringContainsString( '_f=third', $now['left'][0]['url'] );
		self::assertStringContainsString( '_f=creditnoteOverview', $now['left'][2]['url'] );
		self::assertStringContainsString( '5 things named', $now['report'] );
		self::assertStringNotContainsString( '_f=', $now['report'] );
		foreach ( $now['answers'] as $answer ) {
			self::assertNotSame( $answer['name'], $answer['question'], 'It has no words.' );
		}
	}

	public function test_once_nobody_looks_it_is_brought_to_its_end(): void {
		( new SandboxShop( $this->allow_sandbox() ) )->connect();
		$this->sign_in( 'shop_manager' );
		$this->call( 'POST', '/doctor', [] );
		self::assertTrue( as_has_scheduled_action( ActionSchedulerQueue::DOCTOR ) );
		do_action( ActionSchedulerQueue::DOCTOR );
		self::assertSame( 'over', $this->valid( $this->call( 'GET', '/doctor' ), 'doctor' )['state'] );
	}

	/** An action that runs is none that is planned: it has to plan the next one while it runs. */
	#[Group( 'real-woocommerce' )]
	public function test_in_the_background_it_goes_on_as_often_as_it_has_to_wait(): void {
		$shop = new SandboxShop( $this->allow_sandbox() );
		$shop->connect();
		$shop->order()->payment_complete(); // It comes first.
		$this->sign_in( 'shop_manager' );
		$this->call( 'POST', '/doctor', [] );
		$planned = $this->planned();
		self::assertCount( 1, $planned );

		\ActionScheduler::runner()->process_action( $planned[0], 'test' );

		$next = $this->planned();
		self::assertCount( 1, $next );
		self::assertNotSame( $planned, $next );
	}

	public function test_it_is_planned_once_however_often_the_page_asks(): void {
		( new SandboxShop( $this->allow_sandbox() ) )->connect();
		$this->sign_in( 'shop_manager' );
		$this->call( 'POST', '/doctor', [] );
		$this->call( 'POST', '/doctor/step' );
		$this->call( 'POST', '/doctor', [ 'again' => true ] );
		self::assertCount( 1, $this->planned() );
	}

	public function test_without_an_account_nothing_begins(): void {
		$this->sign_in( 'shop_manager' );
		foreach ( [ [ 'GET', '/doctor' ], [ 'POST', '/doctor' ], [ 'POST', '/doctor/step' ] ] as [ $method, $path ] ) {
			$this->assert_refused( 409, 'orderinvoicer_not_connected', $this->call( $method, $path ) );
		}
	}

	/** @return list<int> ids. */
	private function planned(): array {
		$planned = as_get_scheduled_actions(
			[
				'hook'   => ActionSchedulerQueue::DOCTOR,
				'status' => \ActionScheduler_Store::STATUS_PENDING,
			],
			'ids'
		);
		return array_map( intval( ... ), array_values( $planned ) );
	}

	/** @return array<mixed> */
	private function steps( int $done ): array {
		for ( $asked = 0; $asked < self::STEPS; ++$asked ) {
			$now = $this->valid( $this->call( 'POST', '/doctor/step' ), 'doctor' );
			if ( $now['state'] !== 'running' || $now['done'] === $done ) {
				return $now;
			}
			$done = $now['done'];
		}
		self::fail( 'It never waits.' );
	}
}
