<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\HouseRules;

/** What the site must know of the features before anything of them is made: each says it in a class of its own. */
final class WrittenFeatures {

	private const FILE = <<<'PHP'
		<?php
		declare( strict_types=1 );

		namespace OrderInvoicer\Wiring;

		defined( 'ABSPATH' ) || exit;

		%s

		/** What features leave in the database. Written by `npm run composition`: never edit it. */
		final class Features {

			/** @var list<class-string<FeatureTable>> */
			public const TABLES = [ %s ];

			/** Options that go with the plugin whatever the owner chose. */
			public const GO_ALWAYS = [ %s ];
		}

		PHP;

	private const HOOKS = <<<'PHP'
		<?php
		declare( strict_types=1 );

		namespace OrderInvoicer;

		defined( 'ABSPATH' ) || exit;

		use OrderInvoicer\Wiring\Adapters;
		use OrderInvoicer\Wiring\Screens;

		/** What of the features is made on which hook. Written by `npm run composition`: never edit it. */
		final class FeatureHooks {

			/**
			 * @param \Closure( non-empty-list<string>, \Closure(): list<object> ): void $before
			 * @param \Closure(): Adapters                                             $adapters
			 * @param \Closure(): Screens                                              $screens
			 */
			public static function register( \Closure $before, \Closure $adapters, \Closure $screens ): void {
		%s	}
		}

		PHP;

	/** @param list<class-string> $features */
	public function __construct(
		private readonly array $features,
		private readonly WrittenAdapters $adapters,
		private readonly WrittenScreens $screens,
	) {}

	public function hooks(): string {
		$hooks = '';
		foreach ( $this->all( 'HOOKS' ) as $class => $names ) {
			$lent   = $this->adapters->lend( $class );
			$from   = $lent === '' ? 'screens' : 'adapters';
			$method = $lent === '' ? $this->screens->lend( $class ) : $lent;
			$hooks .= "\t\t\$before(\n\t\t\t" . self::listed( $names ) . ",\n"
				. "\t\t\tstatic fn (): array => [ \$$from()->$method() ]\n\t\t);\n";
		}
		return sprintf( self::HOOKS, $hooks );
	}

	public function text(): string {
		$tables = $this->all( 'TABLES' );
		$uses   = [ ...$tables, 'OrderInvoicer\\WordPress\\Tables\\FeatureTable' ];
		$short  = static fn ( string $class ): string => Classes::short( $class ) . '::class';
		sort( $uses );
		return sprintf(
			self::FILE,
			implode( "\n", array_map( static fn ( string $class ): string => "use $class;", $uses ) ),
			implode( ', ', array_map( $short, $tables ) ),
			trim( self::listed( $this->all( 'GO_ALWAYS' ) ), '[] ' )
		);
	}

	/** @return array<mixed> what all of them say by that constant. */
	private function all( string $constant ): array {
		$said = static fn ( string $one ): array => ( new \ReflectionClass( $one ) )->getConstants()[ $constant ] ?? [];
		return array_merge( [], ...array_map( $said, $this->features ) );
	}

	/** @param list<string> $texts */
	private static function listed( array $texts ): string {
		return '[ ' . implode( ', ', array_map( static fn ( string $text ): string => "'$text'", $texts ) ) . ' ]';
	}
}
