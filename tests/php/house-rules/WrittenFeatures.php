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

		/**
		 * What the site must know of the features before anything of them is made. Written by `npm run composition`: never
		 * edit it (docs/ARCHITECTURE.md, "Features").
		 */
		final class Features {

			/** @var list<class-string<FeatureTable>> */
			public const TABLES = [ %s ];

			/** Options that go with the plugin whatever the owner chose. */
			public const GO_ALWAYS = [ %s ];

			/**
			 * What is made on which hook.
			 *
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

	public function text(): string {
		$tables = $this->all( 'TABLES' );
		$hooks  = '';
		foreach ( $this->all( 'HOOKS' ) as $class => $names ) {
			$lent   = $this->adapters->lend( $class );
			$from   = $lent === '' ? 'screens' : 'adapters';
			$method = $lent === '' ? $this->screens->lend( $class ) : $lent;
			$hooks .= "\t\t\$before(\n\t\t\t" . self::listed( $names ) . ",\n"
				. "\t\t\tstatic fn (): array => [ \$$from()->$method() ]\n\t\t);\n";
		}
		$uses  = [ ...$tables, 'OrderInvoicer\\WordPress\\Tables\\FeatureTable' ];
		$short = static fn ( string $class ): string => Classes::short( $class ) . '::class';
		sort( $uses );
		return sprintf(
			self::FILE,
			implode( "\n", array_map( static fn ( string $class ): string => "use $class;", $uses ) ),
			implode( ', ', array_map( $short, $tables ) ),
			trim( self::listed( $this->all( 'GO_ALWAYS' ) ), '[] ' ),
			$hooks
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
