<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\HouseRules;

use OrderInvoicer\Rest\BaseController;
use PhpParser\Node;
use PhpParser\Node\Arg;
use PhpParser\Node\Expr\MethodCall;
use PHPStan\Analyser\Scope;
use PHPStan\PhpDoc\TypeNodeResolver;
use PHPStan\Rules\Rule;
use PHPStan\Rules\RuleErrorBuilder;
use PHPStan\Rules\RuleLevelHelper;
use PHPStan\Type\ObjectType;
use PHPStan\Type\VerbosityLevel;

/**
 * What a route answers as `tax-created` is a `TaxCreatedAnswer`, which its controller declares or imports.
 *
 * @implements Rule<MethodCall>
 */
final class AnsweredAsDeclared implements Rule {

	/** Declared by the settings themselves. */
	private const OTHERS = [ 'settings' ];

	public function __construct(
		private readonly TypeNodeResolver $types,
		private readonly RuleLevelHelper $levels,
	) {}

	public function getNodeType(): string {
		return MethodCall::class;
	}

	public function processNode( Node $node, Scope $scope ): array {
		$arguments = array_values( array_filter( $node->args, static fn ( mixed $one ): bool => $one instanceof Arg ) );
		$class     = $scope->getClassReflection();
		if (
			! $node->name instanceof Node\Identifier
			|| $node->name->name !== 'answer'
			|| count( $arguments ) !== 2
			|| $class === null
			|| ! ( new ObjectType( BaseController::class ) )->isSuperTypeOf( $scope->getType( $node->var ) )->yes()
		) {
			return [];
		}
		$names = $scope->getType( $arguments[0]->value )->getConstantStrings();
		$name  = count( $names ) === 1 ? $names[0]->getValue() : '';
		if ( in_array( $name, self::OTHERS, true ) ) {
			return [];
		}
		$alias    = str_replace( '-', '', ucwords( $name, '-' ) ) . 'Answer';
		$declared = ( $class->getTypeAliases()[ $alias ] ?? null )?->resolve( $this->types );
		if ( $declared === null ) {
			return [ $this->error( "The answer \"$name\" is no $alias that this class declares or imports." ) ];
		}
		$given   = $scope->getType( $arguments[1]->value );
		$accepts = $this->levels->accepts( $declared, $given, $scope->isDeclareStrictTypes() );
		return $accepts->result
			? []
			: [
				$this->error(
					"The answer is no $alias: {$given->describe( VerbosityLevel::precise() )}. "
						. implode( ' ', $accepts->reasons )
				),
			];
	}

	private function error( string $message ): \PHPStan\Rules\IdentifierRuleError {
		return RuleErrorBuilder::message( $message )->identifier( 'orderinvoicer.answer' )->build();
	}
}
