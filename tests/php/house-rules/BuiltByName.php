<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\HouseRules;

use PhpParser\Node;
use PhpParser\Node\Arg;
use PhpParser\Node\Expr\New_;
use PhpParser\Node\Name;
use PHPStan\Analyser\Scope;
use PHPStan\Reflection\ParameterReflection;
use PHPStan\Reflection\ReflectionProvider;
use PHPStan\Rules\Rule;
use PHPStan\Rules\RuleErrorBuilder;
use PHPStan\Type\VerbosityLevel;

/**
 * An object with four or more arguments is built by name, not by position. Where each parameter is an object of another
 * class PHP itself refuses a wrong sequence: services need no names. What a tool writes follows the constructors.
 *
 * @implements Rule<New_>
 */
final class BuiltByName implements Rule {

	private const MANY = 4;

	public function __construct( private readonly ReflectionProvider $classes ) {}

	public function getNodeType(): string {
		return New_::class;
	}

	public function processNode( Node $node, Scope $scope ): array {
		if ( preg_match( '~/includes/Wiring/(Adapters|Engine|Screens)\.php$~', $scope->getFile() ) === 1 ) {
			return [];
		}
		$class = $node->class instanceof Name ? $scope->resolveName( $node->class ) : '';
		if ( ! str_starts_with( $class, 'OrderInvoicer\\' ) || ! $this->is_by_position( $node->getArgs() ) ) {
			return [];
		}
		$parameters = $this->parameters( $class );
		if ( $parameters === [] || $this->tells_apart( $parameters ) ) {
			return [];
		}
		$message = sprintf( 'Name the arguments of %s: two of them could be swapped.', $class );
		return [ RuleErrorBuilder::message( $message )->identifier( 'orderinvoicer.builtByName' )->build() ];
	}

	/** @param array<Arg> $arguments */
	private function is_by_position( array $arguments ): bool {
		$is_unpacked = array_filter( $arguments, static fn ( Arg $argument ): bool => $argument->unpack ) !== [];
		$unnamed     = array_filter( $arguments, static fn ( Arg $argument ): bool => $argument->name === null );
		return count( $arguments ) >= self::MANY && ! $is_unpacked && $unnamed !== [];
	}

	/** @return list<ParameterReflection> */
	private function parameters( string $class ): array {
		$reflection = $this->classes->hasClass( $class ) ? $this->classes->getClass( $class ) : null;
		return $reflection?->hasConstructor() === true
			? $reflection->getConstructor()->getOnlyVariant()->getParameters()
			: [];
	}

	/** @param list<ParameterReflection> $parameters */
	private function tells_apart( array $parameters ): bool {
		$types = [];
		foreach ( $parameters as $parameter ) {
			$type    = $parameter->getType();
			$names   = $type->getObjectClassNames();
			$types[] = $type->describe( VerbosityLevel::typeOnly() );
			if ( $parameter->isVariadic() || $names === [] || $names === [ \Closure::class ] ) {
				return false;
			}
		}
		return count( array_unique( $types ) ) === count( $types );
	}
}
