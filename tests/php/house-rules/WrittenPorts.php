<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\HouseRules;

use OrderInvoicer\Domain\Content\DocumentTexts;
use OrderInvoicer\Domain\Ledger\AttemptLog;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\JobQueue;

/** Whom the use cases ask: the interfaces that their constructors want and somebody outside answers. */
final class WrittenPorts {

	/** What is called otherwise than its interface; and one that is none, but reads the attributes of every setting. */
	private const CALLED = [
		AttemptLog::class    => 'attempts',
		DocumentTexts::class => 'texts',
		JobQueue::class      => 'queue',
		Orders::class        => 'stored_orders',
		SettingsArray::class => 'settings_array',
		SettingsStore::class => 'settings',
	];

	private const PORTS = <<<'PHP'
		<?php
		declare( strict_types=1 );

		namespace OrderInvoicer\Wiring\Composition;

		defined( 'ABSPATH' ) || exit;

		%s

		/**
		 * The record of ports: whom the use cases ask and tell. The plugin answers each with `Wiring/Adapters`, the unit tests
		 * with the fakes of their world. Written by `npm run composition`: never edit it (docs/ARCHITECTURE.md).
		 */
		interface Ports {

		%s
		}

		PHP;

	private const FAKES = <<<'PHP'
		<?php
		declare( strict_types=1 );

		namespace OrderInvoicer\Tests\Unit\World;

		%s

		/** Who answers the ports of the features in the world of the unit tests. Written by `npm run composition`. */
		trait FeatureFakes {
		%s}

		PHP;

	/** @var array<class-string, string> by type: its name. */
	public readonly array $all;

	public function __construct( Classes $rules, Classes $outside ) {
		$asked = $rules->asked();
		$types = array_filter(
			$rules->interfaces(),
			static fn ( string $type ): bool => isset( $asked[ $type ] ) && $outside->all( $type ) !== []
		);
		$ports = [ SettingsArray::class => self::CALLED[ SettingsArray::class ] ];
		foreach ( $types as $type ) {
			$is_whole = static fn ( string $whole ): bool => is_subclass_of( $whole, $type );
			if ( array_filter( $types, $is_whole ) === [] ) { // A part of a port is answered by that port.
				$ports[ $type ] = self::CALLED[ $type ] ?? Classes::name( $type );
			}
		}
		asort( $ports );
		$this->all = $ports;
	}

	public function ports(): string {
		$methods = '';
		foreach ( $this->all as $type => $name ) {
			$methods .= "\tpublic function $name(): " . Classes::short( $type ) . ";\n";
		}
		return sprintf( self::PORTS, self::imports( array_keys( $this->all ) ), rtrim( $methods ) );
	}

	/** @param list<Source> $tests */
	public function fakes( array $tests ): string {
		$classes = [];
		foreach ( $tests as $test ) {
			if ( preg_match( '~/unit/Features/(\w+/Fake\w+)\.php$~', $test->path, $found ) === 1 ) {
				$classes[] = 'OrderInvoicer\\Tests\\Unit\\Features\\' . str_replace( '/', '\\', $found[1] );
			}
		}
		$methods = '';
		$uses    = [];
		foreach ( $this->all as $type => $name ) {
			if ( ! str_contains( $type, '\\Features\\' ) ) {
				continue;
			}
			$is_one = static fn ( string $class ): bool => is_subclass_of( $class, $type );
			$fakes  = array_values( array_filter( $classes, $is_one ) );
			if ( $fakes === [] ) {
				continue; // The world answers it itself.
			}
			$short    = Classes::short( $fakes[0] );
			$uses     = [ ...$uses, $fakes[0] ];
			$returns  = "\t\treturn \$this->world->fake( $short::class );\n";
			$methods .= "\n\tpublic function $name(): $short {\n$returns\t}\n";
		}
		return sprintf( self::FAKES, self::imports( $uses ), $methods );
	}

	/** @param list<string> $classes */
	private static function imports( array $classes ): string {
		$classes = array_unique( $classes );
		sort( $classes );
		return implode( "\n", array_map( static fn ( string $class ): string => "use $class;", $classes ) );
	}
}
