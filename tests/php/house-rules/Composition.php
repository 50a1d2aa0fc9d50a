<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\HouseRules;

use OrderInvoicer\Rest\BaseController;
use OrderInvoicer\Wiring\AdapterFactories;
use OrderInvoicer\Wiring\Composition\Factories;
use OrderInvoicer\Wiring\Composition\Ports;
use OrderInvoicer\Wiring\ScreenFactories;

/**
 * Writes the classes of Wiring that make everything (npm run composition), from the types of constructors: the use
 * cases of what answers the ports, those answers, and where people and programs meet them.
 */
final class Composition {

	private const FOLDER = __DIR__ . '/../../../includes/Wiring/';
	private const FAKES  = __DIR__ . '/../unit/World/FeatureFakes.php';

	/** Who asks for something of each, in the plugin and in its tests. */
	private const ASKED = [
		'Engine'   => '/(?:engine|make)(?:\(\))?\s*->([a-z_]+)\(/',
		'Adapters' => '/(?:adapters|Adapters\( (?:[^()]|\([^()]*\))* \) \))(?: \)\(\)|\(\))?\s*->([a-z_]+)\(/',
		'Screens'  => '/(?:screens|runners)(?: \)\(\)|\(\))?\s*->([a-z_]+)\(/',
	];

	private const ENGINE = <<<'PHP'
		<?php
		declare( strict_types=1 );

		namespace OrderInvoicer\Wiring;

		defined( 'ABSPATH' ) || exit;

		%s

		/**
		 * The use cases, each made once, when it is first asked for. Written by `npm run composition` from the types of
		 * their constructors: never edit it (docs/ARCHITECTURE.md, "One composition").
		 */
		final class Engine {

		%s
			public function __construct( private readonly Ports $ports ) {}
		%s}

		PHP;

	private const ADAPTERS = <<<'PHP'
		<?php
		declare( strict_types=1 );

		namespace OrderInvoicer\Wiring;

		defined( 'ABSPATH' ) || exit;

		%s

		/**
		 * What answers the ports in the plugin, from WordPress, WooCommerce and Sellsy, and what else needs no use case.
		 * Written by `npm run composition`: never edit it (docs/ARCHITECTURE.md, "One composition").
		 */
		final class Adapters {

		%s
			public function __construct(
				public readonly \wpdb $wpdb,
				private ?Clock $clock = null,
				private ?Patience $patience = null,
			) {}

			public function clock(): Clock {
				return $this->clock ??= new SystemClock();
			}

			private function patience(): Patience {
				return $this->patience ??= new Patience();
			}
		%s}

		PHP;

	private const ANSWERS = <<<'PHP'
		<?php
		declare( strict_types=1 );

		namespace OrderInvoicer\Wiring;

		defined( 'ABSPATH' ) || exit;

		%s

		/**
		 * The ports, each answered by the adapters. Apart from them, because PHP reads every class that a method is said to
		 * return where its interface says less. Written by `npm run composition`: never edit it.
		 */
		final class Answers implements Ports {

			public function __construct( private readonly Adapters $adapters ) {}
		%s}

		PHP;

	private const SCREENS = <<<'PHP'
		<?php
		declare( strict_types=1 );

		namespace OrderInvoicer\Wiring;

		defined( 'ABSPATH' ) || exit;

		%s

		/**
		 * Where people and programs meet the use cases. Written by `npm run composition`: never edit it
		 * (docs/ARCHITECTURE.md, "One composition").
		 */
		final class Screens {

		%s
			/** @param \Closure(): Engine $engine which most requests need nothing of. */
			public function __construct(
				private readonly Adapters $adapters,
				private readonly \Closure $engine,
			) {}

			private function engine(): Engine {
				return ( $this->engine )();
			}
		%s}

		PHP;

	/** @var array<string, Written> who asks the others first. */
	private readonly array $written;

	private readonly WrittenFeatures $of_features;

	private readonly WrittenPorts $ports;

	/** @param list<Source> $sources of the plugin. */
	public function __construct( array $sources ) {
		class_exists( 'WC_Email' ) || class_alias( Foreign::class, 'WC_Email' );
		$domain   = new Classes( $sources, '~^(Domain|Features/\w+/Rules|Wiring/Composition)/~' );
		$outside  = new Classes( $sources, '~^(Features/\w+(?!/Rules)|Sellsy|WooCommerce|WordPress|Wording|Wiring)/~' );
		$features = $outside->ending( 'Feature' );
		$all      = new Classes( $sources, '~^(?!Wiring/)~' );
		$rules    = new Classes( $sources, '~^(Domain|Features/\w+/Rules)/~' );
		$ports    = new WrittenPorts( $rules, $outside );
		$engine   = new WrittenEngine( self::ENGINE, Factories::class, $domain, $ports->all );
		$adapters = new WrittenAdapters(
			head: self::ADAPTERS,
			factories: AdapterFactories::class,
			classes: $outside,
			domain: $domain,
			ports: $ports->all,
			features: $features
		);
		$screens  = new WrittenScreens(
			head: self::SCREENS,
			factories: ScreenFactories::class,
			classes: $all,
			domain: $domain,
			adapters: $adapters,
			engine: $engine,
			features: $features
		);
		$this->ports       = $ports;
		$this->of_features = new WrittenFeatures( $features, $adapters, $screens );

		$this->written = [
			'Screens'  => $screens,
			'Adapters' => $adapters,
			'Engine'   => $engine,
		];
	}

	/**
	 * @param list<Source> $callers
	 * @return array<string, string> by file.
	 */
	public function files( array $callers ): array {
		foreach ( $this->written as $class => $written ) {
			foreach ( $callers as $caller ) {
				preg_match_all( self::ASKED[ $class ], $caller->text, $found );
				array_map( $written->ask( ... ), $found[1] );
			}
		}
		$files = [
			self::FOLDER . 'Features.php' => $this->of_features->text(),
			self::FOLDER . '../FeatureHooks.php' => $this->of_features->hooks(),
			self::FOLDER . 'Composition/Ports.php' => $this->ports->ports(),
			self::FAKES  => $this->ports->fakes( $callers ),
		];
		foreach ( $this->written as $class => $written ) {
			$files[ self::FOLDER . "$class.php" ] = $written->text();
		}
		$files[ self::FOLDER . 'Answers.php' ] = $this->answers();
		return $files;
	}

	private function answers(): string {
		$uses = [ Ports::class ];
		$code = '';
		foreach ( $this->ports->all as $type => $name ) {
			$short  = Classes::short( $type );
			$uses[] = $type;
			$code  .= "\n\tpublic function $name(): $short {\n\t\treturn \$this->adapters->$name();\n\t}\n";
		}
		sort( $uses );
		$imports = array_map( static fn ( string $class ): string => "use $class;", array_unique( $uses ) );
		return sprintf( self::ANSWERS, implode( "\n", $imports ), $code );
	}
}
