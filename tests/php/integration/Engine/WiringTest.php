<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

use OrderInvoicer\Domain\FollowUps\FollowOrder;
use OrderInvoicer\Domain\FollowUps\FollowUpPlanner;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Work\TaskRunner;
use OrderInvoicer\Tests\Integration\IntegrationTestCase;
use OrderInvoicer\Tests\Unit\World\World;
use OrderInvoicer\Wiring\Engine;
use OrderInvoicer\Wiring\Foundation;
use OrderInvoicer\Wiring\SellsyParts;

/** What the unit tests prove of their world holds for the plugin only where both are put together alike. */
final class WiringTest extends IntegrationTestCase {

	public function test_the_plugin_and_the_unit_world_follow_orders_by_the_same_rules_in_the_same_sequence(): void {
		self::assertSame( $this->rules( $this->plugin() ), $this->rules( ( new World() )->process ) );
	}

	public function test_the_plugin_and_the_unit_world_work_the_same_effects_with_the_same_parts(): void {
		$plugin = $this->effects( $this->plugin() );
		$world  = $this->effects( ( new World() )->process );
		self::assertEqualsCanonicalizing( array_column( Effect::cases(), 'value' ), array_keys( $plugin ) );
		ksort( $plugin );
		ksort( $world );
		self::assertSame( array_map( $this->parts( ... ), $plugin ), array_map( $this->parts( ... ), $world ) );
	}

	private function plugin(): TaskRunner {
		$on = new Foundation( $GLOBALS['wpdb'] );
		return ( new Engine( $on, new SellsyParts( $on ) ) )->process_sync();
	}

	/** @return list<class-string> */
	private function rules( TaskRunner $process ): array {
		$follow = $this->effects( $process )[ Effect::FollowOrder->value ];
		self::assertInstanceOf( FollowOrder::class, $follow );
		$rules = [];
		foreach ( $this->held( $follow ) as $open ) {
			$rules = $open instanceof FollowUpPlanner ? array_map( static fn ( object $rule ): string => $rule::class, $this->held( $open )['rules'] ) : $rules;
		}
		self::assertNotSame( [], $rules );
		return $rules;
	}

	/** @return array<string, object> by Effect value. */
	private function effects( TaskRunner $process ): array {
		return $this->held( $process )['effects'];
	}

	/**
	 * Our own classes, and where each stands in the one above it; what answers a port is the world's or the plugin's.
	 *
	 * @return list<string>
	 */
	private function parts( object $part, string $in = '' ): array {
		$parts = [ $in . $part::class ];
		foreach ( $this->held( $part ) as $name => $value ) {
			foreach ( is_array( $value ) ? $value : [ $value ] as $i => $one ) {
				if ( is_object( $one ) && preg_match( '/^OrderInvoicer\\\\Domain\\\\/', $one::class ) === 1 ) {
					array_push( $parts, ...$this->parts( $one, "$in$name.$i " ) );
				}
			}
		}
		return $parts;
	}

	/** @return array<string, mixed> */
	private function held( object $part ): array {
		$held = [];
		foreach ( ( new \ReflectionObject( $part ) )->getProperties() as $property ) {
			$held[ $property->getName() ] = $property->getValue( $part );
		}
		return $held;
	}
}
