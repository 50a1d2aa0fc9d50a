<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Wiring;

use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Tests\Unit\World\World;
use OrderInvoicer\Wiring\Composition\Ports;
use OrderInvoicer\Wiring\Engine;
use PHPUnit\Framework\TestCase;

/** What a newcomer forgets to name, and that all can be made. */
final class EngineTest extends TestCase {

	public function test_each_use_case_is_made_once_from_the_ports_alone(): void {
		$ports = $this->createStub( Ports::class );
		$ports->method( 'settings_array' )->willReturn( new SettingsArray() );
		$engine = new Engine( $ports );
		foreach ( ( new \ReflectionClass( Engine::class ) )->getMethods( \ReflectionMethod::IS_PUBLIC ) as $method ) {
			if ( ! $method->isConstructor() ) {
				$made = $method->invoke( $engine );
				self::assertSame( (string) $method->getReturnType(), $made::class );
				self::assertSame( $made, $method->invoke( $engine ), $made::class );
			}
		}
	}

	public function test_each_effect_has_a_handler(): void {
		$handlers = ( new World() )->engine->handlers()->by_effect();
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
			$world->engine->task_acts()->carry_out( $act, $world->row() ); // Throws where nobody does.
		}
		$this->addToAssertionCount( count( $acts ) );
	}
}
