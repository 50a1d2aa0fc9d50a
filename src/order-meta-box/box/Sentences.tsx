export const Sentences = ( { says }: { says: string[] } ) => (
	<>
		{ says.map( ( sentence ) => (
			<p key={ sentence }>{ sentence }</p>
		) ) }
	</>
);
