<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Wiring;

use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** What a newcomer forgets to name in a module. */
final class EngineTest extends TestCase {

	public function test_each_effect_has_a_handler(): void {
		$handlers = ( new World() )->engine->handlers()->handlers;
		self::assertEqualsCanonicalizing( array_column( Effect::cases(), 'value' ), array_keys( $handlers ) );
	}

	/** But those with which a person says more have routes of their own. */
	public function test_each_act_is_carried_out(): void {
		$world = new World();
		$world->order( 1 );
		$world->fire( 1 );
		$said = [ RowAct::ChooseCustomer, RowAct::MakeNow, RowAct::RefuseCompany ];
		$acts = array_filter(
			RowAct::cases(),
			static fn ( RowAct $act ): bool => ! in_array( $act, $said, true )
		);
		foreach ( $acts as $act ) {
			$world->engine->actions()->task_acts->carry_out( $act, $world->row() ); // Throws where nobody does.
		}
		$this->addToAssertionCount( count( $acts ) );
	}
}
